// forum_parts: the fora that are said to be part of another.
// $forums: ids of the wholes to keep; an empty list keeps all.
// $day: keeps parts that are known to be there on it, ended since or not; '' keeps all.
MATCH (p:Forum)-[:PART_OF]->(f:Forum)
WHERE (size($forums) = 0 OR f.id IN $forums)
  AND ($day = '' OR (p.known_from <= $day AND p.known_to >= $day))
RETURN f.id AS forum, p.id AS id, p.name AS name
ORDER BY forum, id
