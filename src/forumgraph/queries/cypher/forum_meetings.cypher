// forum_meetings: how often a forum meets, as each municipality reports it.
// $rounds: ids of rounds. $forums: ids to keep; an empty list keeps all.
// $day: keeps the fora that are known to hold on it; '' keeps all.
MATCH (f:Forum)-[:MEETS]->(n:Meeting)
WHERE n.round IN $rounds AND (size($forums) = 0 OR f.id IN $forums)
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
RETURN f.id AS forum, n.per_year AS per_year, n.most AS most, n.level AS level, n.reported_by AS reported_by,
       n.round AS round, n.evidence AS evidence, n.id AS id
ORDER BY id
