# Two commands matter: `make run` and `make test`. Both work alone on a fresh machine.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
LISTEN ?= 127.0.0.1:8080
ORIGIN ?=
SECONDS = 600
READY := $(VENV)/.ready
READY_TEST := $(VENV)/.ready-test
READY_SAMPLE := .shelf/.ready-sample
READY_SHELF := .shelf/.ready-all
NOT_FETCHED := Without them the tests of the torture shelf are skipped (and fail where CI is set).

.PHONY: help run test test-long test-load test-shelf test-bombs fuzz lint format lock screenshots bench clean

help: ## lists the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

run: $(READY) ## serves the demo town, or ORIGIN=https://…, on LISTEN (127.0.0.1:8080)
	exec $(BIN)/a11y-proxy serve $(if $(ORIGIN),--origin $(ORIGIN),--demo) --listen $(LISTEN)

test: $(READY_TEST) $(READY_SAMPLE) lint ## runs every test of the ordinary shelf, and the linters
	$(BIN)/pytest -m "not long and not shelf"

test-long: $(READY_TEST) $(READY_SAMPLE) ## runs the long shelf too: every page, every theme, every size
	$(BIN)/pytest -m "not shelf"

test-load: $(READY_TEST) ## passes 1 GiB both ways, lets 1,000 slow visitors in, and prints what it took
	$(BIN)/pytest tests/server/test_load.py

test-shelf: $(READY_TEST) $(READY_SHELF) ## runs the torture shelf: frameworks and templates of others
	$(BIN)/pytest tests/shelf

test-bombs: $(READY_TEST) ## throws pages, sheets and fields made to do harm at a proxy, and prints what became of them
	$(BIN)/python -m tests.bombs

fuzz: $(READY_TEST) ## tries strange texts on every reader of the origin's, for SECONDS (600)
	$(BIN)/python -m tests.fuzz $(SECONDS)

lint: $(READY_TEST) ## style, types, import floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY_TEST) ## puts the code into its one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY_TEST) ## pins every dependency with its hashes, without addresses
	tools/lock

screenshots: $(READY_TEST) ## makes the pictures of the README anew
	$(BIN)/python tests/e2e/screenshots.py

bench: $(READY_TEST) ## prints ratios, measured side by side in one run
	$(BIN)/python -m bench

clean: ## removes what the targets made
	rm -rf $(VENV) .shelf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): tools/setup pyproject.toml requirements/run.txt
	tools/setup run
	touch $@

$(READY_TEST): tools/setup pyproject.toml requirements/run.txt requirements/test.txt
	tools/setup test
	touch $(READY) $@

# A rule that does not make its file is tried again: packages may be at hand the next time.
$(READY_SAMPLE): tools/shelf tests/shelf/package-lock.json tests/wpt/requirements.txt
	tools/shelf sample || echo "$(NOT_FETCHED)" >&2

$(READY_SHELF): tools/shelf tests/shelf/package-lock.json tests/wpt/requirements.txt
	tools/shelf all
