// requirements: what KKRs recommend to all their municipalities, in force on any day of a span.
// $rounds: ids of rounds, whose publications state it. $kkr, $areas: names and ids to keep; an empty list keeps all.
// $first, $last: the days of the span as texts; '' and '9999-12-31' leave no day out. What was replaced before them is not
// in force any more, whatever its own end.
MATCH (r:Requirement)
WHERE r.round IN $rounds
  AND (size($kkr) = 0 OR r.kkr IN $kkr)
  AND (size($areas) = 0 OR r.area IN $areas)
  AND r.in_force_from <= $last AND (r.in_force_until IS NULL OR r.in_force_until + '~' >= $first)
  AND NOT EXISTS { MATCH (n:Requirement)-[:REPLACES]->(r) WHERE n.in_force_from <= $first }
OPTIONAL MATCH (r)-[:REPLACES]->(o:Requirement)
RETURN r.id AS id, r.position AS position, r.kkr AS kkr, r.theme AS theme, r.level AS level, r.area AS area,
       r.summary AS summary, r.in_force_from AS in_force_from, r.in_force_until AS in_force_until, o.id AS succeeds,
       r.suggest_areas AS suggest_areas, r.suggest_tasks AS suggest_tasks, r.suggest_kinds AS suggest_kinds,
       r.suggest_reach AS suggest_reach, r.round AS round, r.evidence AS evidence
ORDER BY position, id
