# `make demo` and `make test` are all that a newcomer needs: Python 3.11, make, git.

PYTHON ?= python3
VENV ?= .venv
PYTEST_ARGS ?= -n auto

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
CHECKED := src$(if $(wildcard tests), tests)$(if $(wildcard benchmarks/*.py), benchmarks)

.PHONY: demo test lint cover bench lock clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.runtime
	@$(BIN)/leveltwo demo

test: lint
	$(BIN)/python -m pytest $(PYTEST_ARGS) --cov=leveltwo --cov-report=
	@$(MAKE) --no-print-directory cover

lint: $(VENV)/.dev
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# The second report is the rule: what computes answers is covered to the last branch.
cover:
	$(BIN)/coverage report
	$(BIN)/coverage report --fail-under=100 \
	  --include='src/leveltwo/model/*,src/leveltwo/core/*,src/leveltwo/solve/*'

# BENCH_ARGS: --quick for minutes instead of hours; names of benchmarks to run only those.
bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks $(BENCH_ARGS) -o benchmarks/RESULTS.md

# Renew constraints.txt from pyproject.toml in a fresh environment.
lock:
	rm -rf .venv-lock
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip --disable-pip-version-check --quiet install '.[dev]'
	{ sed -n '/^#/p' constraints.txt; \
	  .venv-lock/bin/python -m pip --disable-pip-version-check freeze --exclude leveltwo; } > constraints.new
	mv constraints.new constraints.txt
	rm -rf .venv-lock

clean:
	rm -rf $(VENV) .venv-lock build dist .coverage .coverage.* htmlcov \
	  .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: the second run installs nothing.

$(VENV)/.runtime: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing Level Two into $(VENV) (a minute the first time) …"
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing Level Two and its tools into $(VENV) (a minute or two the first time) …"
	@$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.runtime

$(VENV)/.bench: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing Level Two and the solvers it is compared with into $(VENV) …"
	@$(PIP) install --constraint constraints.txt --editable '.[bench]'
	@touch $@ $(VENV)/.runtime

$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "Level Two needs Python 3.11 or newer, and there is no '$(PYTHON)' here." \
	       "On Debian: apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Level Two needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." \
	       "Name a newer one: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments: its venv module is missing." \
	       "On Debian: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@
