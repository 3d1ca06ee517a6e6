# Two commands set everything up: `make demo` opens the chat on the sample reports, `make test` runs the tests.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench evaluate screenshots samples clean

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/.installed ## Set up, load the sample reports and open the chat
	$(BIN)/inspection ingest corpus/samples/*.pdf --data $(DEMO)
	$(BIN)/inspection chat --data $(DEMO)

test: $(VENV)/.installed-dev ## Set up, then lint and test everything
	$(MAKE) lint
	$(BIN)/pytest

lint: $(VENV)/.installed-dev ## Check format, style, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev ## Put every file in form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.installed-dev ## Measure speed, and print ratios
	$(BIN)/python -m tests.benchmarks

evaluate: $(VENV)/.installed-dev ## Measure reading (REPORTS=folder), and with GOLD=file DATA=folder MODELS=names answering
	$(BIN)/python -m tests.evaluation.reading $(or $(REPORTS),corpus/samples)
	$(if $(GOLD),$(BIN)/python -m tests.evaluation.answering $(GOLD) $(or $(DATA),$(DEMO)) $(addprefix --model ,$(MODELS)))

screenshots: $(VENV)/.installed-dev ## Make the pictures of the README anew
	$(BIN)/python -m tests.browser.screenshots

samples: $(VENV)/.installed-dev ## Render the sample reports anew from their sources
	$(BIN)/python corpus/samples/render.py

clean: ## Remove what was made, but not the environment
	rm -rf build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# torch comes first and alone: without a named version pip may choose a build for graphics cards, gigabytes large.
$(VENV)/.installed: pyproject.toml constraints.txt
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt torch
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --group dev
	touch $@
