// forum_mentions: the answers that name a forum, with the year of their round.
// $rounds: ids of rounds. $forums: ids to keep; an empty list keeps all.
MATCH (m:Municipality)-[:GAVE]->(n:Answer)-[x:NAMES]->(f:Forum), (n)-[:IN_ROUND]->(r:Round)
WHERE r.id IN $rounds AND (size($forums) = 0 OR f.id IN $forums)
RETURN f.id AS forum, n.id AS answer, r.id AS round, left(r.day, 4) AS moment, m.name AS reported_by,
       x.evidence AS evidence
ORDER BY forum, answer
