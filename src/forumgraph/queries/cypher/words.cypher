// words: everything that a selection may name, to check what was typed: areas, municipalities and their KKR.
MATCH (m:Municipality)
WITH collect(DISTINCT m.name) AS municipalities, collect(DISTINCT m.kkr) AS kkr
OPTIONAL MATCH (a:Area)
RETURN municipalities, kkr, collect(DISTINCT a.id) AS areas
