// succession: Which fora carry on the local employment councils, and what did the municipalities answer that name them?
// $forum = "lokale-beskaeftigelsesraad" (id of what came before)
MATCH (f:Forum)-[x:SUCCEEDS]->(p:Forum)-[:WORKS_IN]->(a:Area),
      (m:Municipality)-[:GAVE]->(n:Answer)-[:NAMES]->(f), (n)-[:IN_AREA]->(a), (n)-[:IN_ROUND]->(r:Round)
WHERE p.id = $forum
RETURN r.id AS round, m.code AS code, m.name AS municipality, f.id AS forum, n.status AS status, x.how AS how,
       x.evidence AS evidence
ORDER BY round, code, forum
