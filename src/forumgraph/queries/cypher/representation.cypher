// representation: which politicians take part in which forum, and where the source says that none do.
// $rounds: ids of rounds. $forums, $areas, $roles: ids to keep; $kkr, $municipalities: names to keep. An empty list keeps
// all. Where the source says that no politicians take part, no role is asked for.
// $day: keeps the fora that are known to hold on it; '' keeps all.
MATCH (m:Municipality)-[x:TAKES_PART]->(f:Forum)
WHERE x.round IN $rounds
  AND (size($forums) = 0 OR f.id IN $forums)
  AND (size($areas) = 0 OR x.area IN $areas)
  AND (size($roles) = 0 OR (x.participates AND x.role IN $roles))
  AND (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
RETURN m.name AS municipality, m.code AS code, x.area AS area, f.id AS forum, f.name AS forum_name, x.role AS role,
       x.participates AS participates, x.per_year AS per_year, x.reported_by AS reported_by, x.round AS round,
       x.evidence AS evidence, x.position AS position
ORDER BY code, area, forum, role, position
