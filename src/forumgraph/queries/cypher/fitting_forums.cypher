// fitting_forums: for each requirement the fora that would speak for it: they fit every list that it gives.
// $requirements: ids to keep; an empty list keeps all.
MATCH (r:Requirement), (f:Forum)
WHERE (size($requirements) = 0 OR r.id IN $requirements)
  AND size(r.suggest_areas) + size(r.suggest_tasks) + size(r.suggest_kinds) + size(r.suggest_reach) > 0
  AND (size(r.suggest_areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(a:Area) WHERE a.id IN r.suggest_areas })
  AND (size(r.suggest_tasks) = 0 OR EXISTS { MATCH (f)-[:HAS_TASK]->(t:Task) WHERE t.id IN r.suggest_tasks })
  AND (size(r.suggest_kinds) = 0 OR f.kind IN r.suggest_kinds)
  AND (size(r.suggest_reach) = 0 OR f.reach IN r.suggest_reach)
RETURN r.id AS requirement, f.id AS forum
ORDER BY requirement, forum
