// forum_themes: the themes that a forum belongs to: those whose lines name it, and those that have one of its tasks. By
// tasks it belongs to the theme of a KKR only where it counts in one of that KKR's municipalities, whoever says so, and to
// none that was set after it ended, or may have been: where no date of its end is known.
// $rounds: ids of rounds. $forums: ids to keep; an empty list keeps all.
MATCH (t:Theme), (f:Forum), (r:Round)
WHERE r.id = t.round AND t.round IN $rounds AND (size($forums) = 0 OR f.id IN $forums)
OPTIONAL MATCH (t)-[n:SPEAKS_OF]->(f)
WITH t, f, r.day AS day, count(n) AS named
WITH t, f, named, CASE WHEN f.status = 'ended' AND coalesce(f.until, f.until_at_most, '0000')
                                                < left(day, size(coalesce(f.until, f.until_at_most, '0000')))
                       THEN true ELSE false END AS gone
OPTIONAL MATCH (t)-[:ADDRESSED_BY]->(k:Task)<-[:HAS_TASK]-(f)
WHERE NOT gone
  AND (t.kkr IS NULL OR EXISTS {
        MATCH (m:Municipality)-[x:MEMBER_OF]->(f)
        WHERE m.kkr = t.kkr AND x.basis IN ['self_reported', 'named_by_other'] })
WITH t, f, named, count(k) AS shared, collect(DISTINCT k.id) AS tasks
WHERE named > 0 OR shared > 0
RETURN f.id AS forum, t.id AS id, t.name AS name, t.kind AS kind, t.kkr AS kkr,
       CASE WHEN named > 0 THEN 'name' ELSE 'task' END AS by, tasks, t.round AS round, t.evidence AS evidence
ORDER BY forum, id
