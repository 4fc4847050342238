// organisation_names: every organisation with its kind and the other names that the data gives it.
MATCH (o:Organisation)
RETURN o.id AS id, o.name AS name, o.kind AS kind, o.aliases AS aliases
ORDER BY id
