// forum_statements: what publications say of a forum, each at the time that it describes: that of its round where it
// names no other; and how many members an answer says that it has.
// $rounds: ids of rounds. $forums: ids to keep; an empty list keeps all.
MATCH (f:Forum)-[:TOLD]->(n:Statement), (r:Round)
WHERE n.round = r.id AND r.id IN $rounds AND (size($forums) = 0 OR f.id IN $forums)
RETURN f.id AS forum, n.id AS id, n.year AS year, coalesce(n.year, left(r.day, 4)) AS moment,
       n.members_stated AS members_stated, n.event AS event, n.reported_by AS reported_by, r.id AS round,
       n.evidence AS evidence
ORDER BY id
