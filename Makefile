# Needs Python 3.11 and nothing else. Installed once; again only when pyproject.toml or requirements/ change.
PYTHON ?= python3.11
VENV   ?= .venv
BENCH  ?= ../shared/bench
BIN     = $(VENV)/bin
PIP     = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help run test lint types layers unit bench speed screenshot clean

help:
	@echo "make run     install and read the example article"
	@echo "make test    install the test tools; run ruff, mypy, lint-imports and pytest"
	@echo "make bench   measure the coder on the labelled sets in BENCH=$(BENCH)"
	@echo "make speed   articles a second, memory, and where the time goes"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml requirements/run.txt | $(BIN)/python
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/installed-test: pyproject.toml requirements/test.txt | $(BIN)/python
	$(PIP) install --require-hashes --requirement requirements/test.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $(VENV)/installed $@

run: $(VENV)/installed
	$(BIN)/whowhom read examples/grain-corridor.txt

test: lint types layers unit

lint: $(VENV)/installed-test
	$(BIN)/ruff check .

types: $(VENV)/installed-test
	$(BIN)/mypy

layers: $(VENV)/installed-test
	$(BIN)/lint-imports

unit: $(VENV)/installed-test
	$(BIN)/pytest

bench: $(VENV)/installed
	$(BIN)/python -m whowhom.evaluate.bench --data $(BENCH) --pins bench/pinned.toml

speed: $(VENV)/installed
	$(BIN)/python -m whowhom.evaluate.speed examples/grain-corridor.txt --profile

# The README's picture; needs Debian's chromium.
screenshot: $(VENV)/installed
	mkdir -p build
	$(BIN)/whowhom read examples/grain-corridor.txt --html --output build/read.html
	chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
	  --disable-component-update --disable-sync --hide-scrollbars --force-device-scale-factor=1.5 \
	  --window-size=1240,900 --screenshot=docs/images/read.png "file://$(CURDIR)/build/read.html"

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
