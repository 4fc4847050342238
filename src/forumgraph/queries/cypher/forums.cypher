// forums: the fora that the given rounds speak of (and what these carry on or are part of), with their areas and tasks.
// A round speaks of a forum where an answer or a wish names it, or a publication: a member, a statement, a figure, a
// theme, or a duty that the forum had.
// $rounds: ids of rounds. $forums, $areas: ids to keep; $kkr, $municipalities: keep fora that count one of these in as a
// member. An empty list keeps all. $day: keeps what is known to hold on it, forum and members, where what has ended since
// is existing; '' keeps all.
MATCH (f:Forum)
WHERE (size($forums) = 0 OR f.id IN $forums)
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
  AND (size($areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(a:Area) WHERE a.id IN $areas })
  AND ((size($kkr) = 0 AND size($municipalities) = 0) OR EXISTS {
        MATCH (m:Municipality)-[x:MEMBER_OF]->(f)
        WHERE x.basis IN ['self_reported', 'named_by_other'] AND x.round IN $rounds
          AND ($day = '' OR (x.known_from <= $day AND x.known_to >= $day))
          AND (size($kkr) = 0 OR m.kkr IN $kkr) AND (size($municipalities) = 0 OR m.name IN $municipalities) })
  AND (EXISTS { MATCH (n:Answer)-[:NAMES]->(f), (n)-[:IN_ROUND]->(r:Round) WHERE r.id IN $rounds }
       OR EXISTS { MATCH (n:Answer)-[:NAMES]->(:Forum)-[:SUCCEEDS|PART_OF]->(f), (n)-[:IN_ROUND]->(r:Round)
                   WHERE r.id IN $rounds }
       OR EXISTS { MATCH (w:Wish)-[:WISH_NAMES]->(f), (w)-[:WISHED_IN]->(r:Round) WHERE r.id IN $rounds }
       OR EXISTS { MATCH (:Municipality)-[x:MEMBER_OF]->(f) WHERE x.round IN $rounds }
       OR EXISTS { MATCH (f)-[:TOLD]->(n:Statement) WHERE n.round IN $rounds }
       OR EXISTS { MATCH (n:Statement)<-[:TOLD]-(:Forum)-[:SUCCEEDS|PART_OF]->(f) WHERE n.round IN $rounds }
       OR EXISTS { MATCH (n:Finding)-[:FOUND_OF]->(f) WHERE n.round IN $rounds }
       OR EXISTS { MATCH (t:Theme)-[:SPEAKS_OF]->(f) WHERE t.round IN $rounds }
       OR EXISTS { MATCH (d:Duty)-[:DUTY_OF]->(f), (r:Round)-[:READ_FROM]->(s:Source)
                   WHERE r.id IN $rounds AND any(e IN d.evidence WHERE e STARTS WITH (s.id + ':')) })
OPTIONAL MATCH (f)-[:WORKS_IN]->(w:Area)
WITH f, collect(DISTINCT w.id) AS areas
OPTIONAL MATCH (f)-[:HAS_TASK]->(t:Task)
WITH f, areas, collect(DISTINCT t.id) AS tasks
OPTIONAL MATCH (f)-[:PART_OF]->(p:Forum)
RETURN f.id AS id, f.name AS name, f.kind AS kind,
       CASE WHEN $day <> '' AND f.status = 'ended' THEN 'existing' ELSE f.status END AS status,
       f.levels AS levels, areas, tasks, p.id AS part_of, f.since AS since, f.since_at_least AS since_at_least,
       f.until AS until, f.until_at_most AS until_at_most, f.merged AS merged, f.note AS note, f.reach AS reach,
       f.known_from AS known_from, f.known_to AS known_to
ORDER BY id
