// progress: every report on a requirement up to a day, by the municipalities of the KKR that there were in a span; one row
// without a report where there is none.
// $requirements: ids, $municipalities: names, to keep; an empty list keeps all.
// $first, $last: the days of the span as texts; '' and '9999-12-31' leave no day out.
MATCH (m:Municipality), (r:Requirement)
WHERE m.kkr = r.kkr
  AND (size($requirements) = 0 OR r.id IN $requirements)
  AND (size($municipalities) = 0 OR m.name IN $municipalities)
  AND (m.since IS NULL OR m.since <= $last) AND (m.until IS NULL OR m.until >= left($first, size(m.until)))
OPTIONAL MATCH (m)-[x:PROGRESSED]->(r) WHERE x.date <= $last
RETURN m.name AS municipality, m.code AS code, m.kkr AS kkr, r.id AS requirement, x.state AS state, x.remark AS remark,
       x.date AS date, x.reported_by AS reported_by, x.evidence AS evidence, x.position AS position
ORDER BY code, requirement, position
