// absent: the municipalities that there were not on a day, and why: not_yet or ended; with when they began and ended.
// $day: a day.
MATCH (m:Municipality)
WHERE m.since > left($day, size(m.since)) OR m.until < left($day, size(m.until))
RETURN m.code AS code, m.since AS since, m.until AS until,
       CASE WHEN m.until < left($day, size(m.until)) THEN 'ended' ELSE 'not_yet' END AS why
ORDER BY code
