// organisation_names: every name of every organisation.
MATCH (o:Organisation)
RETURN o.id AS id, o.name AS name, o.aliases AS aliases, o.other_ids AS other_ids
ORDER BY id
