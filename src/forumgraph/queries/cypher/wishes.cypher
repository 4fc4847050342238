// wishes: what municipalities say of fora that are missing.
// $rounds: ids of rounds. $kkr, $municipalities: names to keep; an empty list keeps all.
MATCH (m:Municipality)-[:WISHED]->(w:Wish)-[:WISHED_IN]->(r:Round)
WHERE r.id IN $rounds
  AND (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
OPTIONAL MATCH (w)-[:WISH_NAMES]->(f:Forum)
RETURN m.name AS municipality, m.code AS code, r.id AS round, w.answer AS answer, w.summary AS summary,
       w.evidence AS evidence, collect(f.id) AS forums
ORDER BY code, round
