// one_word: Which fora of several municipalities rest on the word of only one of them?
// It counts the others in, and none of these says so too.
MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum)
WHERE x.basis IN ['self_reported', 'named_by_other'] AND f.status = 'existing'
WITH f, count(DISTINCT m.code) AS members, count(DISTINCT x.reported_by) AS voices,
     collect(DISTINCT x.reported_by) AS said_by
WHERE members > 1 AND voices = 1
RETURN f.id AS forum, f.name AS name, members, said_by
ORDER BY members DESC, forum
