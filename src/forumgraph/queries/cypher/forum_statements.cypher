// forum_statements: what publications say of a forum in their own name, each of one time.
// $rounds: ids of rounds.
MATCH (f:Forum)-[:TOLD]->(s:Statement)
WHERE s.round IN $rounds
RETURN f.id AS forum, s.id AS id, s.round AS round, s.year AS year, s.evidence AS evidence
ORDER BY id
