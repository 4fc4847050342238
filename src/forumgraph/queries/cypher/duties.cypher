// duties: the tasks that an abolished body had by law, with the core tasks by which another carries one on, the fora of which
// a text says that they do, and the areas in which such a successor would be an answer.
MATCH (d:Duty)-[:DUTY_OF]->(f:Forum)
OPTIONAL MATCH (d)-[:CARRIED_ON_BY]->(k:Task)
WITH d, f, collect(k.id) AS tasks
OPTIONAL MATCH (d)-[:TAKEN_ON_BY]->(c:Forum)
WITH d, f, tasks, collect(c.id) AS carriers
OPTIONAL MATCH (f)-[:WORKS_IN]->(a:Area)
RETURN d.id AS id, d.position AS position, d.name AS name, d.legal_basis AS legal_basis, f.id AS forum,
       f.name AS forum_name, f.until AS ended, tasks, carriers, collect(a.id) AS areas, d.evidence AS evidence
ORDER BY position, id
