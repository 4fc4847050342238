"""Stage 4: rows become pages that open without a server or a network."""
