// counted_in: Who counts another municipality in where that one does not count itself in, and in how many fora?
// It may not have answered, or not have been asked: that it is silent is no contradiction.
MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum)
WHERE x.basis = 'named_by_other' AND f.status = 'existing'
  AND NOT EXISTS { MATCH (m)-[y:MEMBER_OF]->(f) WHERE y.basis = 'self_reported' }
RETURN x.reported_by AS says, m.code AS code, m.name AS municipality, count(DISTINCT f.id) AS fora
ORDER BY fora DESC, says, code
