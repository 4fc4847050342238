// kkr_municipalities: the municipalities of a KKR that there were in a span.
// $kkr, $municipalities: names to keep; an empty list keeps all.
// $first, $last: the days of the span as texts; '' and '9999-12-31' leave no day out.
MATCH (m:Municipality)
WHERE (size($kkr) = 0 OR m.kkr IN $kkr)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
  AND (m.since IS NULL OR m.since <= $last) AND (m.until IS NULL OR m.until >= $first)
RETURN m.code AS code, m.name AS name, m.kkr AS kkr
ORDER BY code
