// rounds: the surveys and publications up to a date, with how many of each were asked and how many answered.
// $as_of: a date; later rounds are left out.
MATCH (r:Round)
WHERE r.date <= date($as_of)
OPTIONAL MATCH (m:Municipality)-[:ASKED_IN]->(r)
OPTIONAL MATCH (m)-[:GAVE]->(n:Answer)-[:IN_ROUND]->(r)
WITH r, m, count(CASE WHEN n.status <> 'no_reply' THEN 1 END) AS given
WITH r, count(m) AS asked, count(CASE WHEN given > 0 THEN 1 END) AS answered
OPTIONAL MATCH (r)-[q:ASKED_ABOUT]->(a:Area)
RETURN r.id AS id, r.title AS title, r.date AS date, r.source AS source, r.kkr AS kkr, r.population AS population,
       r.population_size AS population_size, r.response_rate AS response_rate, r.evidence AS evidence, asked, answered, collect(a.id) AS areas
ORDER BY date, id
