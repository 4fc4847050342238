// forum_aliases: the names a forum goes by, and the words used in place of one, each with who uses it.
// $rounds: ids of rounds. $forums: ids to keep; an empty list keeps all.
// $day: keeps the fora that are known to hold on it; '' keeps all.
MATCH (f:Forum)-[:CALLED]->(n:Alias)
WHERE n.round IN $rounds AND (size($forums) = 0 OR f.id IN $forums)
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
RETURN f.id AS forum, n.name AS name, n.described AS described, n.reported_by AS reported_by, n.evidence AS evidence,
       n.id AS id
ORDER BY id
