// forum_mentions: the answers of each round that name a forum.
// $rounds: ids of rounds.
MATCH (n:Answer)-[x:NAMES]->(f:Forum), (n)-[:IN_ROUND]->(r:Round)
WHERE r.id IN $rounds
RETURN f.id AS forum, r.id AS round, n.id AS answer, x.evidence AS evidence
ORDER BY forum, answer
