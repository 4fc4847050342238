// duty_bodies: for each task of an abolished body, the existing fora with one of its core tasks, or of which a text says that
// they carry it on, and the claims that count a municipality in, where something says that they held after it was
// abolished; it says besides whether the forum carries on the abolished body, directly or through others. What a state
// body runs carries no municipality's task on, unless a text says so.
// $rounds: ids of rounds. $day: a day on which fora and memberships must be known to hold; empty for any. $kkr,
// $municipalities: names to keep; an empty list keeps all.
MATCH (d:Duty)-[:DUTY_OF]->(o:Forum)
WITH d, o, coalesce(o.until, o.until_at_most, '') AS gone, size(coalesce(o.until, o.until_at_most, '')) AS exact
MATCH (f:Forum)
WHERE f.id <> o.id AND (gone = '' OR left(f.known_to, exact) > gone)
  AND (($day = '' AND f.status = 'existing')
       OR ($day <> '' AND f.status IN ['existing', 'ended'] AND f.known_from <= $day AND f.known_to >= $day))
OPTIONAL MATCH (d)-[:CARRIED_ON_BY]->(k:Task)<-[:HAS_TASK]-(f)
WITH d, o, gone, exact, f, collect(DISTINCT k.id) AS tasks, count(k) AS shared
OPTIONAL MATCH (d)-[c:TAKEN_ON_BY]->(f)
WITH d, o, gone, exact, f, tasks, shared, c.evidence AS said
WHERE said IS NOT NULL
   OR (shared > 0 AND NOT EXISTS { MATCH (g:Organisation)-[s:SITS_IN]->(f) WHERE s.runs AND g.kind = 'state_body' }
       AND NOT EXISTS { MATCH (g:Organisation)-[s:SITS_IN]->(:Forum)<-[:PART_OF]-(f)
                        WHERE s.runs AND g.kind = 'state_body' })
WITH d, gone, exact, f, tasks, said,
     CASE WHEN EXISTS { MATCH (f)-[:SUCCEEDS*1..5]->(o) } THEN true ELSE false END AS successor
MATCH (m:Municipality)-[x:MEMBER_OF]->(f)
WHERE x.basis IN ['self_reported', 'named_by_other'] AND x.round IN $rounds
  AND (gone = '' OR left(x.known_to, exact) > gone)
  AND ($day = '' OR (x.known_from <= $day AND x.known_to >= $day))
  AND (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
RETURN d.id AS duty, m.code AS code, f.id AS forum, f.name AS forum_name, successor, tasks, said,
       x.reported_by AS reported_by, x.evidence AS evidence, x.position AS position
ORDER BY duty, code, forum, position
