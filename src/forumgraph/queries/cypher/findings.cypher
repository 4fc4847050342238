// findings: the figures that publications state about all municipalities, jobcentres or companies that they speak of.
// $rounds: ids of rounds. $as_of: a date; figures of later rounds are left out. $topics: words of the figures to keep; an
// empty list keeps all.
MATCH (n:Finding)-[:FOUND_IN]->(r:Round)
WHERE r.id IN $rounds AND r.date <= date($as_of) AND (size($topics) = 0 OR n.topic IN $topics)
OPTIONAL MATCH (n)-[:FOUND_OF]->(f:Forum)
RETURN n.id AS id, r.id AS round, r.date AS date, n.position AS position, n.measure AS measure, n.topic AS topic,
       n.question AS question, n.value AS value, n.text AS text, n.unit AS unit, n.population AS population,
       n.population_size AS population_size, n.response_rate AS response_rate, n.period AS period,
       n.told_by AS told_by, f.id AS forum, f.name AS forum_name, n.evidence AS evidence
ORDER BY date, position, id
