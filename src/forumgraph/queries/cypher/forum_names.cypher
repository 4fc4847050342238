// forum_names: every name of every forum, to find the one that was typed.
MATCH (f:Forum)
OPTIONAL MATCH (f)-[:CALLED]->(n:Alias)
RETURN f.id AS id, f.name AS name, collect(DISTINCT n.name) AS aliases, f.other_ids AS other_ids,
       f.other_names AS other_names
ORDER BY id
