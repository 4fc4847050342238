// round_claims: what the covering text of each round claims about the answers, and the areas it speaks of.
// $rounds: ids of rounds.
MATCH (c:Claim)-[:CLAIMED_IN]->(r:Round)
WHERE r.id IN $rounds
OPTIONAL MATCH (c)-[:CONCERNS]->(a:Area)
RETURN r.id AS round, c.position AS position, c.statement AS statement, c.claimed AS claimed, c.of AS counted,
       c.evidence AS evidence, collect(a.id) AS areas
ORDER BY round, position
