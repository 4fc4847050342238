# The verbs stand in make.py, which does the same on Windows: python make.py map, python make.py test.
PYTHON ?= python3

.PHONY: map test lint docs bench bench-maps bench-server clean
map test lint docs bench bench-maps bench-server clean:
	@$(PYTHON) make.py $@
