# make demo: set up, index the seeds, ask the example question.
# make test: set up, lint, type-check, test. make test-long: the long forms as well.
# make bench: speed, into benchmarks/RESULTS.md; CORPUS=FILE.jsonl.gz for real records,
# SIZES=N,N and PEERS=NAME,NAME for less. make bench-long: a million records as well.
# make wheel: a wheel for this Python and machine, its page reader compiled, into dist/.
PYTHON ?= python3
VENV ?= .venv
SIZES ?= 10000,100000
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test test-long lint bench bench-long wheel clean ready

demo: ready
	@$(BIN)/searcher index
	@$(BIN)/searcher query "imatinib rash continuation"

# On two cores, which halves the time; the long forms measure, and have the machine to themselves.
# What pytest compiles is kept, even so: it costs each of the two six seconds.
test: lint
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2 --dist worksteal

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

bench: ready
	$(BIN)/python benchmarks/speed.py --sizes $(SIZES) $(if $(PEERS),--peers $(PEERS)) \
		$(if $(CORPUS),--corpus $(CORPUS)) --write benchmarks/RESULTS.md

bench-long: SIZES = 10000,100000,1000000
bench-long: bench

wheel: ready
	SEARCHER_NATIVE=1 $(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
