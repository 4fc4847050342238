// successions: every forum that carries on another, how, when, and how sure that is.
MATCH (f:Forum)-[x:SUCCEEDS]->(p:Forum)
RETURN f.id AS forum, f.name AS name, p.id AS predecessor, p.name AS predecessor_name, x.kind AS kind, x.how AS how,
       x.date AS date, x.confidence AS confidence, x.evidence AS evidence
ORDER BY forum, predecessor
