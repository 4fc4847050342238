"""A real Neo4j for the tests: started from its published jars, without a container."""
