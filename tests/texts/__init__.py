"""Tests of the catalogue of texts: a package, so that file names may repeat elsewhere."""
