// left_out: the fora that nothing says held on a day, and why: ended or not_yet where their dates say so, else unknown.
// $day: a day. $forums: ids to keep; an empty list keeps all.
MATCH (f:Forum)
WHERE (size($forums) = 0 OR f.id IN $forums)
  AND (f.known_from IS NULL OR f.known_from > $day OR f.known_to < $day)
RETURN f.id AS forum, f.name AS name,
       CASE WHEN f.until < left($day, size(f.until)) OR f.until_at_most < left($day, size(f.until_at_most)) THEN 'ended'
            WHEN f.since > left($day, size(f.since)) THEN 'not_yet'
            ELSE 'unknown' END AS why
ORDER BY forum
