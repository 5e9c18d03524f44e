# make demo: set up, index the seeds, ask the example question.
# make test: set up, lint, type-check, test. make test-long: the long forms as well.
# make bench: speed, into benchmarks/RESULTS.md; CORPUS=FILE.jsonl.gz for real records.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test test-long lint bench clean ready

demo: ready
	@$(BIN)/searcher index
	@$(BIN)/searcher query "imatinib rash continuation"

test: lint
	$(BIN)/python -m pytest

test-long: lint
	$(BIN)/python -m pytest --long

lint: ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Compiled ahead, since some environments forbid Python to keep what it compiles.
ready: $(READY)
	@$(BIN)/python -m compileall -q searcher

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("searcher needs Python 3.10 or newer; choose one with make PYTHON=...") if sys.version_info < (3, 10) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,tantivy,watch]' \
		--config-settings editable_mode=compat
	@touch $@

bench: $(READY)
	$(BIN)/python benchmarks/speed.py $(if $(CORPUS),--corpus $(CORPUS)) --write benchmarks/RESULTS.md

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
