// forum_dates: from when to when each forum was there, as far as anything says so.
// $areas: ids, keep fora of these; $kkr, $municipalities: names, keep fora that anybody counts one of these into. An empty
// list keeps all.
MATCH (f:Forum)
WHERE (size($areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(a:Area) WHERE a.id IN $areas })
  AND ((size($kkr) = 0 AND size($municipalities) = 0) OR EXISTS {
        MATCH (m:Municipality)-[x:MEMBER_OF]->(f)
        WHERE x.basis IN ['self_reported', 'named_by_other']
          AND (size($kkr) = 0 OR m.kkr IN $kkr) AND (size($municipalities) = 0 OR m.name IN $municipalities) })
OPTIONAL MATCH (f)-[:WORKS_IN]->(w:Area)
RETURN f.id AS id, f.name AS name, f.status AS status, f.since AS since, f.until AS until,
       f.until_at_most AS until_at_most, f.known_from AS known_from, f.known_to AS known_to, collect(w.id) AS areas
ORDER BY id
