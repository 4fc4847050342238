// decisions: what people decided of two fora or two organisations, with the bodies that now stand for them.
MATCH (d:Decision)
RETURN d.id AS id, d.first AS first, d.second AS second, d.first_name AS first_name, d.second_name AS second_name,
       d.first_body AS first_body, d.second_body AS second_body, d.about AS about, d.verdict AS verdict, d.why AS why,
       d.decided_by AS decided_by, d.date AS date
ORDER BY id
