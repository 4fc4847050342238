// only_inferred: Who is placed in which forum by inference alone?
// These places are in no figure until somebody has asked.
MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum)
WHERE x.basis = 'inferred'
  AND NOT EXISTS { MATCH (m)-[y:MEMBER_OF]->(f) WHERE y.basis <> 'inferred' }
RETURN m.code AS code, m.name AS municipality, f.id AS forum, x.reason AS reason, x.evidence AS evidence,
       x.position AS position
ORDER BY code, forum, position
