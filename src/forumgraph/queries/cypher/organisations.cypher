// organisations: every organisation with every claim that it sits in a forum; one that sits in none has one row without.
// $rounds: ids of rounds. $organisations: ids to keep; an empty list keeps all.
// $day: keeps the fora that are known to hold on it; '' keeps all.
MATCH (o:Organisation)
WHERE size($organisations) = 0 OR o.id IN $organisations
OPTIONAL MATCH (o)-[x:SITS_IN]->(f:Forum)
WHERE x.round IN $rounds AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
RETURN o.id AS organisation, o.name AS name, o.kind AS kind, o.aliases AS aliases, f.id AS forum, x.runs AS runs,
       x.reported_by AS reported_by, x.evidence AS evidence, x.position AS position
ORDER BY organisation, forum, position
