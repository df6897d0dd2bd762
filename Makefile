# make demo | test | lint: from a machine with Python 3.11 and make, nothing else set up.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test lint examples bench clean

demo: $(READY)
	$(BIN)/antivenom hunt examples/logs

test: $(READY)
	$(BIN)/python -m pytest -q -n auto

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n auto tests/test_house.py tests/test_docs.py

examples: $(READY)
	$(BIN)/python examples/build.py

bench: $(READY)
	$(BIN)/python benchmarks/hunt.py
	$(BIN)/python benchmarks/pycode.py
	$(BIN)/python benchmarks/sigma.py
	$(BIN)/python benchmarks/sigma_loading.py

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "antivenom needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) dist build
