"""The pages that docs/build.py writes, one module a page."""
