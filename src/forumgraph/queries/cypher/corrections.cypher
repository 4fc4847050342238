// corrections: the answers that say that an earlier round was misread, and why.
// $round: id of a round.
MATCH (m:Municipality)-[:GAVE]->(n:Answer)-[:IN_AREA]->(a:Area), (n)-[:IN_ROUND]->(r:Round)
WHERE r.id = $round AND n.corrects IS NOT NULL
RETURN m.code AS code, a.id AS area, n.corrects AS why
ORDER BY code, area
