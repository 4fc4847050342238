"""Stage 1: YAML to checked records. It knows no database."""

from forumgraph.ingest.reading import Reading, fingerprint_of, read

__all__ = ["Reading", "fingerprint_of", "read"]
