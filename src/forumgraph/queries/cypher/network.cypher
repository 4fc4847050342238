// network: each municipality with the existing fora that it is a member of by its own word or that of another, bodies run
// by the state left out; one that is in none has one row without a forum. It says besides whether the municipality
// answered, did not, or was not asked.
// $rounds: ids of rounds. $areas: ids of areas whose fora to keep; $kkr, $municipalities: names to keep. An empty list
// keeps all.
MATCH (m:Municipality)
WHERE (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
OPTIONAL MATCH (m)-[:GAVE]->(n:Answer)-[:IN_ROUND]->(r:Round), (n)-[:IN_AREA]->(a:Area)
WHERE r.id IN $rounds AND (size($areas) = 0 OR a.id IN $areas)
WITH m, count(n) AS asked, count(CASE WHEN n.status <> 'no_reply' THEN 1 END) AS answered
OPTIONAL MATCH (m)-[x:MEMBER_OF]->(f:Forum)
WHERE x.basis IN ['self_reported', 'named_by_other'] AND x.round IN $rounds AND f.status = 'existing'
  AND (size($areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(w:Area) WHERE w.id IN $areas })
  AND NOT EXISTS {
        MATCH (o:Organisation)-[s:SITS_IN]->(f) WHERE o.kind = 'state_body' AND s.runs AND s.round IN $rounds }
WITH DISTINCT m, asked, answered, f
RETURN m.name AS municipality, m.code AS code,
       CASE WHEN answered > 0 THEN 'answered' WHEN asked > 0 THEN 'no_reply' ELSE 'not_asked' END AS reply,
       f.id AS forum, f.name AS forum_name
ORDER BY code, forum
