// forum_succession: what a forum carries on.
// $forums: ids to keep; an empty list keeps all.
MATCH (f:Forum)-[x:SUCCEEDS]->(p:Forum)
WHERE size($forums) = 0 OR f.id IN $forums
RETURN f.id AS forum, p.id AS predecessor, p.name AS name, x.how AS how, x.evidence AS evidence
ORDER BY forum, predecessor
