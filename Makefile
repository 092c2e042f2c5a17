# Two commands: `make demo` and `make test`. Each sets up a virtual environment by itself.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := requirements/dev.txt

.PHONY: help demo test test-slow lint types imports tests bench measurements sensitivity samples schemas docs lock clean

help:
	@echo "make demo     convert the sample reports, ask two questions, compare the areas"
	@echo "make test     linters, types, import contracts and tests"
	@echo "make test-slow  tests over files of others, in the folders that FINDINGS_REPORTS,"
	@echo "              FINDINGS_GOLD, FINDINGS_WILD and FINDINGS_HOSTILE name"
	@echo "make bench    speed of the whole conversion against pdfplumber's words alone"
	@echo "make measurements  write the figures over published reports into docs/measurements.md"
	@echo "make sensitivity  what changes if a setting is moved by a fifth"
	@echo "make samples  typeset the sample reports anew"
	@echo "make docs     write the outputs of the documents' examples anew"
	@echo "make schemas  write the JSON Schemas, the data dictionary and the table of checks anew"

$(VENV)/.run: pyproject.toml $(LOCK)
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --constraint $(LOCK) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	$(PIP) install --constraint $(LOCK) --editable '.[dev,samples]'
	@touch $@

demo: $(VENV)/.run
	$(BIN)/findings demo --out demo-corpus

test: lint types imports tests

test-slow: $(VENV)/.dev
	$(BIN)/python -m pytest -m slow -rs

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m tests.house

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

tests: $(VENV)/.dev
	$(BIN)/python -m pytest -m "not slow" --cov --cov-report=term:skip-covered

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench

measurements: $(VENV)/.dev
	$(BIN)/python -m tests.measure

sensitivity: $(VENV)/.dev
	$(BIN)/python -m tests.sensitivity

samples: $(VENV)/.dev
	$(BIN)/python -m corpora.samples.typeset

schemas: $(VENV)/.dev
	$(BIN)/python -m schemas.contract.publish
	$(BIN)/python -m schemas.contract.dictionary DATA.md
	$(BIN)/python -m extractor.checks.documentation docs/checks.md

docs: $(VENV)/.dev
	$(BIN)/python -m tests.documents

lock:
	$(PYTHON) -m venv --clear $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --upgrade '.[dev,samples]'
	$(VENV)-lock/bin/python -m pip freeze --exclude inspection-findings > $(LOCK)
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) demo-corpus build dist *.egg-info .coverage .mypy_cache .ruff_cache .pytest_cache
