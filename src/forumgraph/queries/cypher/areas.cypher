// areas: the areas in their order, with their names in both languages.
MATCH (a:Area)
RETURN a.id AS id, a.position AS position, a.name_da AS name_da, a.name_en AS name_en, a.short_da AS short_da,
       a.short_en AS short_en
ORDER BY position
