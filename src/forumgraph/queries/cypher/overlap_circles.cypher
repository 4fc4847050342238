// overlap_circles: every counted claim on membership in a standing forum that no state body is said to run.
// $rounds: ids of rounds. $areas: ids, keep fora of these. An empty list keeps all.
// $day: keeps what is known to hold on it, forum and claim, ended since or not; '' keeps all.
MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum)
WHERE x.round IN $rounds AND x.basis IN ['self_reported', 'named_by_other']
  AND (f.status = 'existing' OR ($day <> '' AND f.status = 'ended'))
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
  AND ($day = '' OR (x.known_from <= $day AND x.known_to >= $day))
  AND f.kind IN ['standing_body', 'council', 'committee', 'network', 'steering_group', 'panel', 'board',
                 'recruitment_community']
  AND (size($areas) = 0 OR EXISTS { MATCH (f)-[:WORKS_IN]->(w:Area) WHERE w.id IN $areas })
  AND NOT EXISTS {
        MATCH (o:Organisation)-[s:SITS_IN]->(f) WHERE o.kind = 'state_body' AND s.runs AND s.round IN $rounds }
RETURN f.id AS forum, f.name AS forum_name, m.name AS municipality, m.code AS code, m.kkr AS kkr,
       x.reported_by AS reported_by, x.evidence AS evidence, x.position AS position
ORDER BY forum, code, position
