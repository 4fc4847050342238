// network: each municipality with the existing fora that it is a member of by its own word or that of another, bodies run
// by the state left out; one that is in none has one row without a forum. It says besides whether the municipality
// answered, did not, or was not asked; one that was no municipality in any of the rounds, or on the day, has no row.
// $rounds: ids of rounds. $areas: ids of areas whose fora to keep; $kkr, $municipalities: names to keep. An empty list
// keeps all. $day: keeps what is known to hold on it, forum and claim, ended since or not, and the answers given by then;
// '' keeps all.
MATCH (m:Municipality), (l:Round)
WHERE l.id IN $rounds
  AND (m.since IS NULL OR m.since <= left(l.day, size(m.since)))
  AND (m.until IS NULL OR m.until >= left(l.day, size(m.until)))
  AND ($day = '' OR m.since IS NULL OR m.since <= left($day, size(m.since)))
  AND ($day = '' OR m.until IS NULL OR m.until >= left($day, size(m.until)))
  AND (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
WITH DISTINCT m
OPTIONAL MATCH (m)-[:GAVE]->(n:Answer)-[:IN_ROUND]->(r:Round), (n)-[:IN_AREA]->(a:Area)
WHERE r.id IN $rounds AND (size($areas) = 0 OR a.id IN $areas) AND ($day = '' OR r.day <= $day)
WITH m, count(n) AS asked, count(CASE WHEN n.status <> 'no_reply' THEN 1 END) AS answered
OPTIONAL MATCH (m)-[x:MEMBER_OF]->(f:Forum)
WHERE x.basis IN ['self_reported', 'named_by_other'] AND x.round IN $rounds
  AND (f.status = 'existing' OR ($day <> '' AND f.status = 'ended'))
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
  AND ($day = '' OR (x.known_from <= $day AND x.known_to >= $day))
  AND (size($areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(w:Area) WHERE w.id IN $areas })
  AND NOT EXISTS {
        MATCH (o:Organisation)-[s:SITS_IN]->(f) WHERE o.kind = 'state_body' AND s.runs AND s.round IN $rounds }
WITH DISTINCT m, asked, answered, f
RETURN m.name AS municipality, m.code AS code,
       CASE WHEN answered > 0 THEN 'answered' WHEN asked > 0 THEN 'no_reply' ELSE 'not_asked' END AS reply,
       f.id AS forum, f.name AS forum_name
ORDER BY code, forum
