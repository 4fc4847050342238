// overlap_municipalities: pairs of municipalities with the existing fora that count both in.
// $rounds: ids of rounds. $areas: ids, keep fora of these; $kkr, $municipalities: names, keep pairs of which both are
// chosen. An empty list keeps all.
// $day: keeps what is known to hold on it, forum and both claims, ended since or not; '' keeps all.
MATCH (a:Municipality)-[x:MEMBER_OF]->(f:Forum)<-[y:MEMBER_OF]-(b:Municipality)
WHERE a.code < b.code AND (f.status = 'existing' OR ($day <> '' AND f.status = 'ended'))
  AND x.basis IN ['self_reported', 'named_by_other'] AND x.round IN $rounds
  AND y.basis IN ['self_reported', 'named_by_other'] AND y.round IN $rounds
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
  AND ($day = '' OR (x.known_from <= $day AND x.known_to >= $day))
  AND ($day = '' OR (y.known_from <= $day AND y.known_to >= $day))
  AND (size($areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(w:Area) WHERE w.id IN $areas })
  AND (size($kkr) = 0 OR (a.kkr IN $kkr AND b.kkr IN $kkr))
  AND (size($municipalities) = 0 OR (a.name IN $municipalities AND b.name IN $municipalities))
RETURN a.name AS first, a.code AS first_code, b.name AS second, b.code AS second_code, collect(DISTINCT f.id) AS shared
ORDER BY first_code, second_code
