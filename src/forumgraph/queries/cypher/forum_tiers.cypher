// forum_tiers: the levels of a forum that has several, from the top down.
// $forums: ids to keep; an empty list keeps all.
MATCH (f:Forum)-[:HAS_TIER]->(t:Tier)
WHERE size($forums) = 0 OR f.id IN $forums
RETURN f.id AS forum, t.name AS name, t.level AS level, t.rank AS rank, t.evidence AS evidence
ORDER BY forum, rank
