// area_gaps: the municipalities of a round without an established forum in one area, with what they answered instead.
// Who was no municipality on the day of the round has no row.
// $round: id of a round. $area: id of an area. $day: of the fora that an answer names, keeps those that are known to hold
// on it; '' keeps all. $kkr, $municipalities: names to keep; an empty list keeps all.
MATCH (r:Round)-[:ASKED_ABOUT]->(a:Area), (m:Municipality)
WHERE r.id = $round AND a.id = $area AND (r.kkr IS NULL OR m.kkr = r.kkr)
  AND (m.since IS NULL OR m.since <= left(r.day, size(m.since)))
  AND (m.until IS NULL OR m.until >= left(r.day, size(m.until)))
  AND (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
  AND NOT EXISTS { MATCH (m)-[:GAVE]->(e:Answer)-[:IN_AREA]->(a), (e)-[:IN_ROUND]->(r) WHERE e.status = 'established' }
OPTIONAL MATCH (m)-[:GAVE]->(n:Answer)-[:IN_AREA]->(a), (n)-[:IN_ROUND]->(r)
OPTIONAL MATCH (n)-[:NAMES]->(f:Forum)
WHERE ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
RETURN m.name AS municipality, m.code AS code, coalesce(n.status, 'not_asked') AS status,
       n.confidence AS confidence, n.alternative AS alternative, n.note AS note, n.evidence AS evidence,
       collect(f.id) AS forums
ORDER BY code
