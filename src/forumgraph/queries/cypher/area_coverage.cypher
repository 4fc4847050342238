// area_coverage: each municipality's answer in each area of a round; who was not asked has no answer, and who was no
// municipality on the day of the round has no row.
// $round: id of a round. $day: of the fora that an answer names, keeps those that are known to hold on it; '' keeps all.
// $kkr, $municipalities, $areas: names and ids to keep; an empty list keeps all.
MATCH (r:Round)-[:ASKED_ABOUT]->(a:Area), (m:Municipality)
WHERE r.id = $round AND (r.kkr IS NULL OR m.kkr = r.kkr)
  AND (m.since IS NULL OR m.since <= left(r.day, size(m.since)))
  AND (m.until IS NULL OR m.until >= left(r.day, size(m.until)))
  AND (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
  AND (size($areas) = 0 OR a.id IN $areas)
OPTIONAL MATCH (m)-[:GAVE]->(n:Answer)-[:IN_AREA]->(a), (n)-[:IN_ROUND]->(r)
OPTIONAL MATCH (n)-[:NAMES]->(f:Forum)
WHERE ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
RETURN m.name AS municipality, m.code AS code, m.kkr AS kkr, a.id AS area, a.position AS position,
       coalesce(n.status, 'not_asked') AS status, n.confidence AS confidence, n.alternative AS alternative,
       n.note AS note, n.evidence AS evidence, collect(f.id) AS forums
ORDER BY code, position
