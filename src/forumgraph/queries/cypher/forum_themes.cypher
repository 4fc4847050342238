// forum_themes: the themes that a forum belongs to: those whose lines name it, and those that have one of its tasks. By
// tasks it belongs to the theme of a KKR only where it counts in one of that KKR's municipalities, whoever says so, and to
// none that was set after it ended, or may have been: where no date of its end is known.
// $rounds: ids of rounds. $forums: ids to keep; an empty list keeps all.
MATCH (t:Theme), (r:Round)
WHERE r.id = t.round AND t.round IN $rounds
OPTIONAL MATCH (t)-[:SPEAKS_OF]->(n:Forum)
WITH t, r.day AS day, collect(DISTINCT n.id) AS named
OPTIONAL MATCH (t)-[:ADDRESSED_BY]->(:Task)<-[:HAS_TASK]-(s:Forum)
WITH t, day, named, named + collect(DISTINCT s.id) AS ids
UNWIND ids AS id
WITH DISTINCT t, day, id, id IN named AS by_name
MATCH (f:Forum)
WHERE f.id = id AND (size($forums) = 0 OR f.id IN $forums)
OPTIONAL MATCH (m:Municipality)-[x:MEMBER_OF]->(f)
WHERE m.kkr = t.kkr AND x.basis IN ['self_reported', 'named_by_other']
WITH t, day, f, by_name, count(m) AS members
// In one CASE, since engines differ where an OPTIONAL MATCH itself tests for null what it starts from.
WITH t, f, by_name,
     CASE WHEN f.status = 'ended' AND coalesce(f.until, f.until_at_most, '0000')
                                      < left(day, size(coalesce(f.until, f.until_at_most, '0000'))) THEN false
          WHEN t.kkr IS NULL OR members > 0 THEN true
          ELSE false END AS near
OPTIONAL MATCH (t)-[:ADDRESSED_BY]->(k:Task)<-[:HAS_TASK]-(f)
WHERE near
WITH t, f, by_name, count(k) AS shared, collect(DISTINCT k.id) AS tasks
WHERE by_name OR shared > 0
RETURN f.id AS forum, t.id AS id, t.name AS name, t.kind AS kind, t.kkr AS kkr,
       CASE WHEN by_name THEN 'name' ELSE 'task' END AS by, tasks, t.round AS round, t.evidence AS evidence
ORDER BY forum, id
