// several_areas: Which fora work in several areas, and in how many answers of each area are they named?
// $least = 3 (areas that a forum works in at least)
MATCH (f:Forum)-[:WORKS_IN]->(a:Area)
WHERE f.status = 'existing'
WITH f, count(DISTINCT a.id) AS areas
WHERE areas >= $least
MATCH (f)-[:WORKS_IN]->(a:Area)
OPTIONAL MATCH (n:Answer)-[:NAMES]->(f), (n)-[:IN_AREA]->(a)
RETURN f.id AS forum, f.name AS name, areas, a.position AS position, a.id AS area, count(DISTINCT n.id) AS answers
ORDER BY areas DESC, forum, position
