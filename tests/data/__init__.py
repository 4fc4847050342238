"""Tests of the data that ships: a package, so that they share its reading."""
