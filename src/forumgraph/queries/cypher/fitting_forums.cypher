// fitting_forums: for each requirement the fora that would speak for it: they fit every list that it gives.
// A forum whose reach nobody tells reaches as far as the municipalities that count in it: two are inter_municipal, one is
// local.
// $requirements: ids to keep; an empty list keeps all. $rounds: ids of rounds, which say who counts in.
MATCH (f:Forum)
OPTIONAL MATCH (m:Municipality)-[x:MEMBER_OF]->(f)
WHERE x.round IN $rounds AND x.basis IN ['self_reported', 'named_by_other']
WITH f, count(DISTINCT m.code) AS members
WITH f, CASE WHEN f.reach IS NOT NULL THEN f.reach WHEN members > 1 THEN 'inter_municipal' WHEN members = 1 THEN 'local'
        ELSE '' END AS reach
MATCH (r:Requirement)
WHERE (size($requirements) = 0 OR r.id IN $requirements)
  AND size(r.suggest_areas) + size(r.suggest_tasks) + size(r.suggest_kinds) + size(r.suggest_reach) > 0
  AND (size(r.suggest_areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(a:Area) WHERE a.id IN r.suggest_areas })
  AND (size(r.suggest_tasks) = 0 OR EXISTS { MATCH (f)-[:HAS_TASK]->(t:Task) WHERE t.id IN r.suggest_tasks })
  AND (size(r.suggest_kinds) = 0 OR f.kind IN r.suggest_kinds)
  AND (size(r.suggest_reach) = 0 OR reach IN r.suggest_reach)
RETURN r.id AS requirement, f.id AS forum
ORDER BY requirement, forum
