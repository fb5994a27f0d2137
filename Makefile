.PHONY: demo test deep check bench soak fuzz format lock audit vectors clean

VENV ?= .venv
BIN := $(VENV)/bin
PYTHON ?= python3
READY := $(VENV)/.ready
INPUTS ?= 100000
SEED ?= 1
TOOLS := $(VENV)/tools
LOCKS := $(wildcard requirements/*.lock)
INSTALL := -m pip install --quiet --disable-pip-version-check --no-build-isolation
LOCK := $(TOOLS)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

# The virtual environment is made when there is none, and again when the dependencies change. Everything that comes from
# outside is checked against a hash, what builds it too; only our own folder is installed as it is.
$(READY): pyproject.toml $(LOCKS)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(INSTALL) --require-hashes -r requirements/build.lock
	$(BIN)/python $(INSTALL) --require-hashes -r requirements/dev.lock
	$(BIN)/python $(INSTALL) --require-hashes --no-deps -r requirements/data.lock
	$(BIN)/python $(INSTALL) --no-deps --editable .
	touch $@

$(TOOLS)/.ready: requirements/tools.lock
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python $(INSTALL) --require-hashes -r $<
	touch $@

demo: $(READY)   ## the whole story on a local page, no token needed
	$(BIN)/xinqiao demo

test: $(READY)   ## every promise, PostgreSQL and browser included where they can be had; long runs: make deep
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not deep"

deep: $(READY)   ## the long runs: simulated year, soak, fuzz, crowd, whole law base
	$(BIN)/python -m pytest -n 2 --dist worksteal -m deep

check: $(READY)  ## format, lint, types, import contracts, the law in plain words, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/xinqiao plain check > /dev/null || $(BIN)/xinqiao plain check
	$(MAKE) --no-print-directory test

fuzz: $(READY)   ## 100,000 inputs changed at random; SEED=2 INPUTS=5000 for others
	$(BIN)/python -m tests.fuzz --inputs $(INPUTS) --seed $(SEED)

bench: $(READY)  ## speed and size beside a baseline in the same run
	$(BIN)/python -m tests.bench

soak: $(READY)   ## 48 hours of traffic with faults, in moved time: nothing lost, nothing doubled
	$(BIN)/python -m tests.soak

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(TOOLS)/.ready  ## write the lock files anew; UPGRADE=--upgrade takes the newest that pyproject.toml allows
	$(LOCK) $(UPGRADE) pyproject.toml --extra dev --output-file requirements/dev.lock
	$(LOCK) $(UPGRADE) --group build --output-file requirements/build.lock
	$(LOCK) $(UPGRADE) --group tools --output-file requirements/tools.lock
	$(LOCK) $(UPGRADE) --group data --no-deps --output-file requirements/data.lock
	$(LOCK) $(UPGRADE) --group vectors --no-deps --output-file requirements/vectors.lock

audit: $(TOOLS)/.ready  ## known weaknesses of what is locked; asks a public service, so it needs a network
	@$(TOOLS)/bin/pip-audit --strict --progress-spinner off --disable-pip --require-hashes $(addprefix -r ,$(LOCKS)) || \
	{ echo "Not passed: either a weakness is named above, or the list of known weaknesses could not be asked (that needs" \
	"a network). Nothing was changed."; exit 1; }

vectors: $(READY)  ## the optional search by meaning (90 MB)
	$(BIN)/python $(INSTALL) --require-hashes --no-deps -r requirements/vectors.lock

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache
