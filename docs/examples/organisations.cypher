// organisations: Which organisations of one kind sit in most fora, and together with how many municipalities?
// An entry "(ikke nævnt ved navn)" gathers all that nobody named, so it is not one organisation. Planned fora do not
// count, nor does a municipality whose place in a forum is only inferred.
// $kind = "union" (the kind of organisation)
MATCH (o:Organisation)-[:SITS_IN]->(f:Forum)
WHERE o.kind = $kind AND f.status = 'existing'
OPTIONAL MATCH (m:Municipality)-[x:MEMBER_OF]->(f)
WHERE x.basis IN ['self_reported', 'named_by_other']
RETURN o.id AS organisation, o.name AS name, count(DISTINCT f.id) AS fora, count(DISTINCT m.code) AS municipalities
ORDER BY fora DESC, municipalities DESC, organisation
