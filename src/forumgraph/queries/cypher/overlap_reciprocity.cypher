// overlap_reciprocity: claims that a municipality is in a forum, by others, where it does not say so itself in the same
// round; with whether it was asked, what it answered in the areas of the forum, and whether it names the forum at all. A
// publication that asked no municipality leaves nobody a word of its own, and so has no rows.
// $rounds: ids of rounds. $areas: ids, $kkr, $municipalities: names, to keep. An empty list keeps all.
// $day: keeps what is known to hold on it, forum and claim, where what has ended since is existing; '' keeps all.
MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum), (r:Round)
WHERE r.id IN $rounds AND x.round = r.id AND x.basis = 'named_by_other'
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
  AND ($day = '' OR (x.known_from <= $day AND x.known_to >= $day))
  AND EXISTS { MATCH (:Municipality)-[:ASKED_IN]->(r) }
  AND (size($areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(w:Area) WHERE w.id IN $areas })
  AND (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
  AND NOT EXISTS { MATCH (m)-[s:MEMBER_OF]->(f) WHERE s.basis = 'self_reported' AND s.round = r.id }
OPTIONAL MATCH (m)-[i:ASKED_IN]->(r)
OPTIONAL MATCH (m)-[:GAVE]->(n:Answer)-[:IN_AREA]->(:Area)<-[:WORKS_IN]-(f), (n)-[:IN_ROUND]->(r)
OPTIONAL MATCH (n)-[k:NAMES]->(f)
RETURN f.id AS forum, f.name AS forum_name,
       CASE WHEN $day <> '' AND f.status = 'ended' THEN 'existing' ELSE f.status END AS status,
       m.name AS municipality, m.code AS code, r.id AS round, x.reported_by AS reported_by, x.evidence AS evidence,
       x.position AS position, count(DISTINCT i) AS asked, count(DISTINCT k) AS names_it,
       collect(DISTINCT n.status) AS statuses
ORDER BY forum, code, round, position
