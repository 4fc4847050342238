// no_core_task: Which fora that stand behind an established answer have no core task that we know of?
// $round = "kkr-syddanmark-2015" (id of the round)
// $area = "education" (id of the area)
MATCH (m:Municipality)-[:GAVE]->(n:Answer)-[x:NAMES]->(f:Forum), (n)-[:IN_AREA]->(a:Area), (n)-[:IN_ROUND]->(r:Round)
WHERE r.id = $round AND a.id = $area AND n.status = 'established' AND f.status = 'existing'
  AND NOT EXISTS { MATCH (f)-[:HAS_TASK]->(:Task) }
RETURN m.code AS code, m.name AS municipality, f.id AS forum, f.name AS name, x.evidence AS evidence
ORDER BY code, forum
