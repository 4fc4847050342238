"""Tests of stage 1: a package, so that they share the reader of its cases."""
