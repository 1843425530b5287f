# Everything this project does to itself. `make help` lists it; `make demo` is the way in.

# Any Python from 3.11 on: `make demo PYTHON=python3.13` chooses one.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
NODE_MODULES := tests/validator/node_modules/.package-lock.json

# What the installed command depends on; a change of either installs again.
DECLARED := setup.cfg pyproject.toml
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# workbooks.py measures nothing: it writes what plans.py builds.
MEASURING := $(filter-out benchmarks/workbooks.py,$(wildcard benchmarks/[!_]*.py))
# Lock files name packages and hashes, never the registry or the folders of the machine that made them.
COMPILE := $(BIN)/uv --quiet pip compile --upgrade --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock'

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test quick mutants lint format golden inputs templates words docs bench lock clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Install what is needed, build the shipped inputs into outputs/, and bind a book of their plans
	@PYTHON='$(PYTHON)' sh .ci/system demo
	@$(MAKE) --no-print-directory $(VENV)/.runtime
	$(BIN)/generate
	@if ls outputs/10??-2568.pdf >/dev/null 2>&1; then \
		$(BIN)/generate book outputs --year 2568 --order group -o outputs/แผน-2568.pdf; fi
	@printf '\nThe documents are in %s/outputs\n' "$(CURDIR)"
	@ls outputs

test: ## Install what is needed and run every check (the last line is that of pytest)
	@PYTHON='$(PYTHON)' sh .ci/system test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory $(NODE_MODULES)
	$(BIN)/python -m pytest -n auto --dist loadgroup

quick: $(VENV)/.dev $(NODE_MODULES) ## The tests without LibreOffice, a printer, a fresh environment or session
	$(BIN)/python -m pytest -n auto -m 'not office and not printer and not wheel and not session'

# Thousands of small workbooks are written: into memory, where the system has a folder for that.
mutants: $(VENV)/.dev ## See whether a test notices each small change of the checks and the model (ONLY='generator.checks.kr*')
	TMPDIR=$$(test -w /dev/shm && echo /dev/shm || echo "$${TMPDIR:-/tmp}") $(BIN)/mutmut run $(ONLY)
	@$(BIN)/python tests/mutation.py

lint: $(VENV)/.dev ## Style, format, types, and which room may import which
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev ## Put the code into the common format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: $(VENV)/.dev ## Accept what the tests make now as tests/golden/ (look at the difference before committing)
	$(BIN)/python -m pytest --accept --no-validator
	@git --no-pager diff --stat -- tests/golden

inputs: $(VENV)/.dev ## Rebuild the sample workbooks in inputs/
	$(BIN)/python inputs/source/build.py

templates: $(VENV)/.dev ## Rebuild the Word templates from templates/source/
	@for program in templates/source/[!_]*.py; do echo "$$program"; $(BIN)/python "$$program" || exit; done

words: $(VENV)/.dev ## Compile the Thai words of the command-line library
	$(BIN)/pybabel --quiet compile --directory generator/locale

docs: $(VENV)/.dev ## Refresh what the code's own declarations say in the pages of docs/
	$(BIN)/python docs/source/refresh.py

bench: $(VENV)/.dev ## Measure speed against other ways of doing the same
	@for program in $(MEASURING); do echo "$$program"; $(BIN)/python "$$program" || exit; done

lock: $(VENV)/.dev ## Take the newest versions of all dependencies into the lock files
	$(COMPILE) --extra dev -o requirements/dev.txt setup.cfg
	$(COMPILE) -c requirements/dev.txt -o requirements/runtime.txt setup.cfg
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
		| $(COMPILE) -o requirements/build.txt -
	cd tests/validator && npm install --package-lock-only --save-exact @ooxml-tools/validate@latest

clean: ## Remove environments and caches (outputs/ stays)
	rm -rf $(VENV) tests/validator/node_modules build dist mutants *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is needed.' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/build.txt requirements/runtime.txt $(DECLARED) | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/build.txt -r requirements/runtime.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime $(VENV)/wheels
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

# Kept, so that a test can install the program into an empty environment without the network.
$(VENV)/wheels: requirements/runtime.txt | $(BIN)/python
	$(PIP) download --require-hashes --only-binary :all: --dest $@ -r requirements/runtime.txt
	@touch $@

$(NODE_MODULES): tests/validator/package.json tests/validator/package-lock.json
	cd tests/validator && npm ci --no-audit --no-fund --loglevel error
	@touch $@
