// round_counts: what can be counted of what a publication claims of itself: fora of a kind that it speaks of, members of
// a forum that it counts in by name (and beside them those that it only lets infer), its requirements, its focus areas.
// $rounds: ids of rounds.
MATCH (c:Claim)-[:CLAIMED_IN]->(r:Round)
WHERE r.id IN $rounds AND c.of IN ['forums', 'members', 'requirements', 'themes']
OPTIONAL MATCH (f:Forum)
WHERE c.of = 'forums' AND f.kind = c.kind
  AND (EXISTS { MATCH (f)-[:TOLD]->(n:Statement) WHERE n.round = r.id }
       OR EXISTS { MATCH (n:Answer)-[:NAMES]->(f), (n)-[:IN_ROUND]->(r) })
WITH c, r, count(f) AS forums
OPTIONAL MATCH (m:Municipality)-[x:MEMBER_OF]->(g:Forum)
WHERE c.of = 'members' AND g.id = c.forum AND x.round = r.id AND x.basis IN ['self_reported', 'named_by_other']
WITH c, r, forums, count(DISTINCT m) AS members
OPTIONAL MATCH (i:Municipality)-[y:MEMBER_OF]->(h:Forum)
WHERE c.of = 'members' AND h.id = c.forum AND y.round = r.id AND y.basis = 'inferred'
  AND NOT EXISTS { MATCH (i)-[z:MEMBER_OF]->(h)
                   WHERE z.round = r.id AND z.basis IN ['self_reported', 'named_by_other', 'excluded'] }
WITH c, r, forums, members, count(DISTINCT i) AS inferred
OPTIONAL MATCH (q:Requirement)
WHERE c.of = 'requirements' AND q.round = r.id
WITH c, r, forums, members, inferred, count(q) AS requirements
OPTIONAL MATCH (t:Theme)
WHERE c.of = 'themes' AND t.round = r.id AND t.kind = 'focus_area'
WITH c, r, forums, members, inferred, requirements, count(t) AS themes
RETURN r.id AS round, c.position AS position, forums + members + requirements + themes AS found,
       CASE WHEN c.of = 'members' THEN inferred END AS inferred
ORDER BY round, position
