// populations: whom each round asked or speaks of, as its text states it.
// $rounds: ids of rounds.
MATCH (r:Round)
WHERE r.id IN $rounds
RETURN r.id AS round, r.population AS population, r.population_size AS population_size, r.response_rate AS response_rate
ORDER BY round
