// forum_organisations: the organisations that sit in a forum, as each municipality reports it.
// $rounds: ids of rounds. $forums: ids to keep; an empty list keeps all.
// $day: keeps the fora that are known to hold on it; '' keeps all.
MATCH (o:Organisation)-[x:SITS_IN]->(f:Forum)
WHERE x.round IN $rounds AND (size($forums) = 0 OR f.id IN $forums)
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
RETURN f.id AS forum, o.id AS organisation, o.name AS name, o.kind AS kind, x.runs AS runs, x.reported_by AS reported_by,
       x.evidence AS evidence, x.position AS position
ORDER BY forum, organisation, position
