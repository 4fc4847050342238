// no_frequency: Of which fora with several members does nobody say how often they meet?
// Agreements, events, partnerships and projects are left out, as they need not meet.
// $least = 2 (members that a forum has at least)
MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum)
WHERE x.basis IN ['self_reported', 'named_by_other'] AND f.status = 'existing'
  AND NOT f.kind IN ['agreement', 'event', 'partnership', 'project']
  AND NOT EXISTS { MATCH (f)-[:MEETS]->(:Meeting) }
WITH f, count(DISTINCT m.code) AS members
WHERE members >= $least
RETURN f.id AS forum, f.name AS name, f.kind AS kind, members
ORDER BY members DESC, forum
