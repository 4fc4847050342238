// area_coverage: each municipality's answer in each area of a round; who was not asked has no answer.
// $round: id of a round. $kkr, $municipalities, $areas: names and ids to keep; an empty list keeps all.
MATCH (r:Round)-[:ASKED_ABOUT]->(a:Area), (m:Municipality)
WHERE r.id = $round AND (r.kkr IS NULL OR m.kkr = r.kkr)
  AND (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
  AND (size($areas) = 0 OR a.id IN $areas)
OPTIONAL MATCH (m)-[:GAVE]->(n:Answer)-[:IN_AREA]->(a), (n)-[:IN_ROUND]->(r)
OPTIONAL MATCH (n)-[:NAMES]->(f:Forum)
RETURN m.name AS municipality, m.code AS code, m.kkr AS kkr, a.id AS area, a.position AS position,
       coalesce(n.status, 'not_asked') AS status, n.confidence AS confidence, n.alternative AS alternative,
       n.note AS note, n.evidence AS evidence, collect(f.id) AS forums
ORDER BY code, position
