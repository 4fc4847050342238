// forums: the fora that the given rounds speak of (and what these carry on or are part of), with their areas and tasks.
// $rounds: ids of rounds. $forums, $areas: ids to keep; $kkr, $municipalities: keep fora that count one of these in as a
// member. An empty list keeps all.
MATCH (f:Forum)
WHERE (size($forums) = 0 OR f.id IN $forums)
  AND (size($areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(a:Area) WHERE a.id IN $areas })
  AND ((size($kkr) = 0 AND size($municipalities) = 0) OR EXISTS {
        MATCH (m:Municipality)-[x:MEMBER_OF]->(f)
        WHERE x.basis IN ['self_reported', 'named_by_other'] AND x.round IN $rounds
          AND (size($kkr) = 0 OR m.kkr IN $kkr) AND (size($municipalities) = 0 OR m.name IN $municipalities) })
  AND (EXISTS { MATCH (n:Answer)-[:NAMES]->(f), (n)-[:IN_ROUND]->(r:Round) WHERE r.id IN $rounds }
       OR EXISTS { MATCH (n:Answer)-[:NAMES]->(:Forum)-[:SUCCEEDS|PART_OF]->(f), (n)-[:IN_ROUND]->(r:Round)
                   WHERE r.id IN $rounds }
       OR EXISTS { MATCH (w:Wish)-[:WISH_NAMES]->(f), (w)-[:WISHED_IN]->(r:Round) WHERE r.id IN $rounds }
       OR EXISTS { MATCH (:Municipality)-[x:MEMBER_OF]->(f) WHERE x.round IN $rounds })
OPTIONAL MATCH (f)-[:WORKS_IN]->(w:Area)
WITH f, collect(DISTINCT w.id) AS areas
OPTIONAL MATCH (f)-[:HAS_TASK]->(t:Task)
WITH f, areas, collect(DISTINCT t.id) AS tasks
OPTIONAL MATCH (f)-[:PART_OF]->(p:Forum)
RETURN f.id AS id, f.name AS name, f.kind AS kind, f.status AS status, f.levels AS levels, areas, tasks,
       p.id AS part_of, f.since AS since, f.since_at_least AS since_at_least, f.until AS until,
       f.until_at_most AS until_at_most, f.merged AS merged, f.note AS note
ORDER BY id
