// topics: the words by which figures of several publications are about the same thing.
MATCH (n:Finding)
WHERE n.topic IS NOT NULL
RETURN DISTINCT n.topic AS topic
ORDER BY topic
