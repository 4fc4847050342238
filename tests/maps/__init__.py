"""Tests of the map: a package, so that they share its builders."""
