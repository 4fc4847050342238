// organisation_names: every organisation with its kind and every other name and id that it goes by.
MATCH (o:Organisation)
RETURN o.id AS id, o.name AS name, o.kind AS kind, o.aliases AS aliases, o.other_ids AS other_ids
ORDER BY id
