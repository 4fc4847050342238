// most_shared: Which two municipalities are in most fora together?
// Fora that the state runs for everybody count too.
MATCH (a:Municipality)-[x:MEMBER_OF]->(f:Forum)<-[y:MEMBER_OF]-(b:Municipality)
WHERE a.code < b.code AND f.status = 'existing' AND x.round = y.round
  AND x.basis IN ['self_reported', 'named_by_other'] AND y.basis IN ['self_reported', 'named_by_other']
RETURN a.code AS code, a.name AS municipality, b.code AS other_code, b.name AS other, count(DISTINCT f.id) AS shared
ORDER BY shared DESC, code, other_code
