// forum_kept_apart: the fora that sound like a forum and are not it, and why.
// $forums: ids to keep; an empty list keeps all.
MATCH (f:Forum)-[x:KEPT_APART_FROM]-(o:Forum)
WHERE size($forums) = 0 OR f.id IN $forums
RETURN f.id AS forum, o.id AS other, o.name AS name, x.why AS why
ORDER BY forum, other
