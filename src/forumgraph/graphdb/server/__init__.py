"""A Neo4j server as the engine: one's own, Aura, or a cluster; its modules are imported when one is asked for."""

from forumgraph.graphdb.server.address import Address, AddressRefused, address_of, is_address

__all__ = ["Address", "AddressRefused", "address_of", "is_address"]
