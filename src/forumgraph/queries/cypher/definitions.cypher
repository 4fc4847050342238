// definitions: the areas in which a round counts answers in a way of its own, and what counts there.
// $rounds: ids of rounds.
MATCH (r:Round)-[x:DEFINES]->(a:Area)
WHERE r.id IN $rounds
RETURN r.id AS round, a.id AS area, x.definition AS definition
ORDER BY round, area
