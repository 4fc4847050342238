// municipalities: every municipality, and from when to when there is one of that name and number.
// $kkr, $municipalities: names to keep; an empty list keeps all.
MATCH (m:Municipality)
WHERE (size($kkr) = 0 OR m.kkr IN $kkr) AND (size($municipalities) = 0 OR m.name IN $municipalities)
RETURN m.name AS name, m.code AS code, m.kkr AS kkr, m.since AS since, m.until AS until
ORDER BY code
