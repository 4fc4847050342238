// core_tasks: the controlled list of core tasks, with their names in both languages.
MATCH (t:Task)
RETURN t.id AS id, t.name_da AS name_da, t.name_en AS name_en
ORDER BY id
