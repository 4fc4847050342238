// forum_members: every claim on a municipality's place in a forum.
// $rounds: ids of rounds. $forums: ids of fora, $municipalities: names, to keep; an empty list keeps all.
// $day: keeps what is known to hold on it, forum and claim, where what has ended since is existing; '' keeps all.
MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum)
WHERE x.round IN $rounds
  AND (size($forums) = 0 OR f.id IN $forums)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
  AND ($day = '' OR (f.known_from <= $day AND f.known_to >= $day))
  AND ($day = '' OR (x.known_from <= $day AND x.known_to >= $day))
RETURN f.id AS forum, f.name AS forum_name,
       CASE WHEN $day <> '' AND f.status = 'ended' THEN 'existing' ELSE f.status END AS forum_status,
       m.name AS municipality, m.code AS code, m.kkr AS kkr, x.basis AS basis, x.reported_by AS reported_by,
       x.reason AS reason, x.listed AS listed, x.round AS round, x.year AS year, x.evidence AS evidence,
       x.position AS position
ORDER BY forum, code, position
