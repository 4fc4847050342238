// levels: Which fora of several municipalities meet at a given level, and how many members send politicians?
// A forum can meet at several levels; one whose level nobody says is left out. Politicians count where somebody says
// that they take part.
// $level = "political" (political, management or operational)
MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum)
WHERE x.basis IN ['self_reported', 'named_by_other'] AND f.status = 'existing' AND $level IN f.levels
OPTIONAL MATCH (m)-[t:TAKES_PART]->(f)
WITH f, count(DISTINCT m.code) AS members, count(DISTINCT CASE WHEN t.participates THEN m.code END) AS with_politicians
WHERE members > 1
RETURN f.id AS forum, f.name AS name, f.levels AS levels, members, with_politicians
ORDER BY members DESC, forum
