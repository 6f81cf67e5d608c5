# The commands of this project. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
READY_SCALE := $(VENV)/ready-scale
READY_COMPILER := $(VENV)/ready-compiler

# Your own articles: a folder of .txt files, and the folder that their notebooks go to.
ARTICLES ?=
OUT ?=
FORCE ?=
LABELS ?=
export ARTICLES OUT FORCE LABELS
# Paths start where you are, also under `make -C` (which adds a w to the flags).
export CALLER := $(if $(findstring w,$(firstword -$(MAKEFLAGS))),$(PWD),$(CURDIR))
OWN := --caller "$$CALLER" --articles "$$ARTICLES" --out "$$OUT" $(if $(FORCE),--force)

# Jupyter reads the project's settings (no news pop-up) beside the user's own.
export JUPYTER_CONFIG_PATH := $(CURDIR)/jupyter
# Root may not run Jupyter without saying so; containers often are root.
LAB_OPTIONS ?= $(if $(filter 0,$(shell id -u)),--allow-root,)
LAB = $(BIN)/jupyter lab $(LAB_OPTIONS)

.DEFAULT_GOAL := help
.PHONY: help lab test test-scale compiled test-compiled benchmark rerun report score browser-test lock clean

help:  ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## *(.*)/  make \1\t\2/' | expand -t 20

lab: $(READY)  ## open the notebooks in JupyterLab (ARTICLES=folder: run on your articles)
ifeq ($(ARTICLES),)
	$(LAB) --LabApp.default_url=/lab/tree/notebooks/01_word_frequencies.ipynb
else
	folder=$$($(BIN)/python tools/rerun.py $(OWN) --keep) && $(LAB) \
	  --ServerApp.root_dir="$$folder" --LabApp.default_url=/lab/tree/01_word_frequencies.ipynb
endif

test: $(READY)  ## verify everything: lint, helper tests, every notebook output
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

test-scale: $(READY_SCALE)  ## verify helpers.scale, which needs Dask
	$(BIN)/python -m pytest -o addopts="--strict-markers --strict-config" tests/scale

compiled: $(READY_COMPILER)  ## compile what reads text: the same results, faster (C compiler needed)
	$(BIN)/python tools/compile.py

test-compiled: compiled  ## verify the compiled helpers with the same tests
	PYTHONPATH=compiled $(BIN)/python -m pytest \
	  -o addopts="--strict-markers --strict-config --numprocesses=auto --dist=loadfile" \
	  tests --ignore=tests/scale

benchmark: $(READY_SCALE)  ## measure speed and memory; write docs/benchmarks
	$(BIN)/python tests/benchmarks/benchmark.py

rerun: $(READY)  ## run all notebooks again, in place (ARTICLES=folder OUT=folder: as copies)
	$(BIN)/python tools/rerun.py $(OWN)

report: $(READY)  ## write the notebooks as pages with their tables (ARTICLES=folder OUT=folder)
	$(BIN)/python tools/report.py $(OWN)

score: $(READY)  ## score the rules against labels (ARTICLES=folder LABELS=file.csv)
	@$(BIN)/python tools/score.py --caller "$$CALLER" --articles "$$ARTICLES" --labels "$$LABELS"

browser-test: $(VENV)/browser  ## open notebooks and report in headless Chromium and check them
	$(BIN)/python -m pytest -o addopts="" -W error browser_tests

lock: $(READY)  ## pin anew what the pinned packages need (constraints*.txt)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	grep -v '^-[ce]' requirements.txt | $(BIN)/uv pip compile - --quiet --universal \
	  --python-version 3.11 --no-header --no-annotate --no-emit-index-url -o $(VENV)/constraints.txt
	echo '# Every package that the pinned ones need, pinned too. Written by `make lock`.' \
	  | cat - $(VENV)/constraints.txt > constraints.txt
	grep -hv '^-[cer]' requirements.txt requirements-scale.txt | $(BIN)/uv pip compile - --quiet \
	  --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url \
	  -c constraints.txt -o $(VENV)/constraints-scale.txt
	echo '# What Dask needs beyond constraints.txt, pinned. Written by `make lock`.' > constraints-scale.txt
	grep -vxFf constraints.txt $(VENV)/constraints-scale.txt >> constraints-scale.txt
	touch $(READY)

clean:  ## remove the environment and everything built
	rm -rf $(VENV) build compiled .coverage .coverage.* .pytest_cache .ruff_cache .hypothesis

$(VENV)/browser: $(READY) requirements-browser.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-browser.txt
	@touch $@

# One environment, made once and again whenever what it is made of changes.
$(READY): requirements.txt constraints.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { \
	  echo "python3 is missing. On Debian or Ubuntu: sudo apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { \
	  echo "Python 3.11, 3.12 or 3.13 is needed; $(PYTHON) is $$($(PYTHON) --version)."; \
	  echo "Name another one with: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) (once; about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(READY_SCALE): $(READY) requirements-scale.txt constraints-scale.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-scale.txt
	@touch $@

$(READY_COMPILER): $(READY) requirements-compiled.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-compiled.txt
	@touch $@
