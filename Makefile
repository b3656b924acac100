# Everything a newcomer needs is a target here; `make help` lists them.
# Only python3 (3.11+), make and git are expected; uv comes from the package registry.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
TOOLS  := .tools
UV     := $(shell command -v uv 2>/dev/null || echo $(TOOLS)/bin/uv)
STAMP  := $(VENV)/.synced
BENCH  := $(TOOLS)/bench

.DEFAULT_GOAL := help
.PHONY: help setup run ui test lint types lock eval bench docs clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(STAMP) ## make the environment in .venv from requirements.lock

$(STAMP): requirements.lock pyproject.toml | $(UV)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

# Where no uv is on the PATH.
$(TOOLS)/bin/uv:
	@$(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/pip install --quiet --disable-pip-version-check uv

run: $(STAMP) ## the whole way against the local replica of the sites, into data/
	@$(BIN)/svodka run --replica

ui: $(STAMP) ## the Dagster UI on 127.0.0.1 (Ctrl-C stops it)
	@$(BIN)/svodka ui

test: lint types ## ruff, strict types, the lock check and all tests
	@$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(STAMP) ## ruff (rules and format) and the import contract
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo

types: $(STAMP) ## mypy, strict
	@$(BIN)/mypy

lock: | $(UV) ## resolve requirements.lock again (keeps pins that still fit)
	@$(UV) pip compile --quiet --universal --generate-hashes --no-annotate --no-header --group dev pyproject.toml -o requirements.lock
	@$(UV) pip compile --quiet --no-config --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
		benchmarks/requirements.in -o benchmarks/requirements.lock

eval: $(STAMP) ## score the extractor on our own annotated corpus
	@$(BIN)/svodka evaluate tests/eval

bench: $(STAMP) $(BENCH)/.synced ## benchmarks (minutes, not part of `make test`); ARGS="--texts NAME=FOLDER" adds texts
	@$(BIN)/python -m benchmarks $(ARGS)

# natasha's own code runs beside us in the benchmark only, in an environment of its own.
$(BENCH)/.synced: benchmarks/requirements.lock | $(UV)
	@test -x $(BENCH)/bin/python || $(PYTHON) -m venv $(BENCH)
	@$(UV) pip sync --quiet --python $(BENCH)/bin/python --require-hashes $<
	@touch $@

docs: $(STAMP) ## write docs/data-dictionary.md from the warehouse's own comments
	@$(BIN)/python -m warehouse.dictionary docs/data-dictionary.md

clean: ## remove the environment, caches and data/
	@rm -rf $(VENV) $(TOOLS) data .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* dist
