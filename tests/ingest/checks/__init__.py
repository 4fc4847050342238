"""Tests of the checks that need all entries at once: a package, so that file names may repeat elsewhere."""
