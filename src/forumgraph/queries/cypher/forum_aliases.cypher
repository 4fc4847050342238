// forum_aliases: the names a forum goes by, and the words used in place of one, each with who uses it.
// $rounds: ids of rounds. $forums: ids to keep; an empty list keeps all.
MATCH (f:Forum)-[:CALLED]->(n:Alias)
WHERE n.round IN $rounds AND (size($forums) = 0 OR f.id IN $forums)
RETURN f.id AS forum, n.name AS name, n.described AS described, n.reported_by AS reported_by, n.evidence AS evidence,
       n.id AS id
ORDER BY id
