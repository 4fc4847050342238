"""Tests of the files beside a page: a package, so that file names may repeat elsewhere."""
