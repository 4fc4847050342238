// municipality: the number of a municipality and the KKR it belongs to.
// $name: its name.
MATCH (m:Municipality)
WHERE m.name = $name
RETURN m.code AS code, m.kkr AS kkr
