// municipality: the number of a municipality, the KKR it belongs to, and when it came to be and ceased to be.
// $name: its name.
MATCH (m:Municipality)
WHERE m.name = $name
RETURN m.code AS code, m.kkr AS kkr, m.since AS since, m.until AS until
