# Needs Python 3.11 and nothing else. Installed once; again only when pyproject.toml or requirements/ change.
PYTHON ?= python3.11
VENV   ?= .venv
BENCH  ?= ../shared/bench
TRAIN  ?= .venv-train
BIN     = $(VENV)/bin
PIP     = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help run test lint types layers unit bench speed corpus train screenshot clean

help:
	@echo "make run     install and read the example article"
	@echo "make test    install the test tools; run ruff, mypy, lint-imports and pytest"
	@echo "make bench   measure the coder on the labelled sets in BENCH=$(BENCH)"
	@echo "make speed   articles a second, memory, and where the time goes"
	@echo "make corpus  check the training corpus and write its rows"
	@echo "make train   train the model from the corpus: half an hour on two cores, in a venv of its own"

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

corpus: $(VENV)/installed
	$(BIN)/python training/check_passages.py training/corpus/passages/*.txt
	$(BIN)/python training/compile_corpus.py

$(TRAIN)/installed: pyproject.toml requirements/train.txt
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/pip install --quiet --requirement requirements/run.txt
	$(TRAIN)/bin/pip install --quiet --requirement requirements/train.txt
	$(TRAIN)/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

train: $(TRAIN)/installed
	$(TRAIN)/bin/python training/train.py
	$(TRAIN)/bin/python training/card.py

# The README's picture; needs Debian's chromium.
screenshot: $(VENV)/installed
	mkdir -p build
	$(BIN)/whowhom read examples/grain-corridor.txt --html --output build/read.html
	chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
	  --disable-component-update --disable-sync --hide-scrollbars --force-device-scale-factor=1.5 \
	  --window-size=1240,900 --screenshot=docs/images/read.png "file://$(CURDIR)/build/read.html"

clean:
	rm -rf $(VENV) $(TRAIN) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
