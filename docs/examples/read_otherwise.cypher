// read_otherwise: How many answers of each area could also be read as established, or as something less?
// "doubted" are established answers that a careful reader could hold to be less, "possible" are other answers that one
// could hold to be established. No reply is not a no: those who did not answer stand apart.
// $round = "kkr-syddanmark-2015" (id of the round)
MATCH (r:Round)<-[:IN_ROUND]-(n:Answer)-[:IN_AREA]->(a:Area)
WHERE r.id = $round
RETURN a.id AS area, a.position AS position, count(CASE WHEN n.status <> 'no_reply' THEN 1 END) AS answered,
       count(CASE WHEN n.status = 'no_reply' THEN 1 END) AS no_reply,
       count(CASE WHEN n.status = 'established' THEN 1 END) AS established,
       count(CASE WHEN n.status = 'established' AND n.alternative <> 'established' THEN 1 END) AS doubted,
       count(CASE WHEN n.status <> 'established' AND n.alternative = 'established' THEN 1 END) AS possible
ORDER BY position
