// themes: focus areas, guiding marks and action areas, with the core tasks that lie in each.
// $rounds: ids of rounds. $as_of: a date; themes of later rounds are left out. $kkr: names, keep themes of these and those
// that are of no KKR; an empty list keeps all.
MATCH (t:Theme), (r:Round)
WHERE t.round = r.id AND r.id IN $rounds AND r.date <= date($as_of)
  AND (size($kkr) = 0 OR t.kkr IS NULL OR t.kkr IN $kkr)
OPTIONAL MATCH (t)-[:BELOW]->(u:Theme)
WITH t, u.id AS part_of
OPTIONAL MATCH (t)-[:ADDRESSED_BY]->(k:Task)
RETURN t.id AS id, t.position AS position, t.name AS name, t.kind AS kind, t.kkr AS kkr, part_of, t.round AS round,
       collect(k.id) AS tasks, t.evidence AS evidence
ORDER BY position, id
