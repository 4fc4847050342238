// theme_forums: the fora that belong to each theme, by name or by a core task that lies in it, with their members. By its
// tasks a forum belongs to the theme of a KKR only where it counts in one of that KKR's municipalities.
// $rounds: ids of rounds. $day: a day on which fora and memberships must be known to hold; empty for any. $kkr,
// $municipalities: names, keep fora that count one of these in; $areas: ids, keep fora of these. An empty list keeps all.
MATCH (t:Theme), (f:Forum)
WHERE t.round IN $rounds
  AND (size($areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(a:Area) WHERE a.id IN $areas })
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
  AND (EXISTS { MATCH (t)-[:SPEAKS_OF]->(f) }
       OR (EXISTS { MATCH (t)-[:ADDRESSED_BY]->(:Task)<-[:HAS_TASK]-(f) }
           AND EXISTS { MATCH (o:Municipality)-[y:MEMBER_OF]->(f)
                        WHERE y.basis IN ['self_reported', 'named_by_other'] AND y.round IN $rounds
                          AND (t.kkr IS NULL OR o.kkr = t.kkr)
                          AND ($day = '' OR (y.known_from <= $day AND y.known_to >= $day)) }))
OPTIONAL MATCH (t)-[n:SPEAKS_OF]->(f)
WITH t, f, count(n) > 0 AS named
OPTIONAL MATCH (t)-[:ADDRESSED_BY]->(k:Task)<-[:HAS_TASK]-(f)
WITH t, f, named, collect(DISTINCT k.id) AS tasks
OPTIONAL MATCH (m:Municipality)-[x:MEMBER_OF]->(f)
WHERE x.basis IN ['self_reported', 'named_by_other'] AND x.round IN $rounds
  AND ($day = '' OR (x.known_from <= $day AND x.known_to >= $day))
  AND (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
WITH t, f, named, tasks, collect(DISTINCT m.name) AS members
WHERE size(members) > 0 OR (size($kkr) = 0 AND size($municipalities) = 0)
RETURN t.id AS theme, f.id AS forum, f.name AS forum_name, f.status AS status, named, tasks, members
ORDER BY theme, forum
