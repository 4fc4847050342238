// forum_succession: which forum carries on which, how, since when, and how sure that is.
// $forums: ids, keep what one of them carries on, or what carries one of them on; an empty list keeps all.
MATCH (f:Forum)-[x:SUCCEEDS]->(p:Forum)
WHERE size($forums) = 0 OR f.id IN $forums OR p.id IN $forums
RETURN f.id AS forum, f.name AS forum_name, p.id AS predecessor, p.name AS name, x.how AS how, x.kind AS kind,
       x.date AS date, x.confidence AS confidence, x.evidence AS evidence
ORDER BY forum, predecessor
