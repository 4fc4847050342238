// lines_on_others: In which lines does one municipality count others in or out of a forum?
// $municipality = "Langeland" (name of the municipality that speaks)
MATCH (m:Municipality)-[x:MEMBER_OF]->(f:Forum)
WHERE x.reported_by = $municipality AND m.name <> $municipality
UNWIND x.evidence AS line
RETURN f.id AS forum, f.status AS status, m.code AS code, m.name AS municipality, x.basis AS basis, line,
       x.round AS round
ORDER BY forum, code, basis, round, line
