# `make help` lists what can be made. Needed: make, git and Python 3.11 or newer with its venv module.

# The Python to set up with. Left empty, the first one found that will do.
PYTHON ?=
# More for pytest: `make test PYTEST_ARGS="-k quotes"`.
PYTEST_ARGS ?= --numprocesses auto --dist worksteal
# `make lock LOCK_ARGS=--upgrade` takes new versions; without it only what is missing changes.
LOCK_ARGS ?=

SHELL := /bin/sh
MAKEFLAGS += --no-builtin-rules
BIN := .venv/bin
# -qq: what pip warns of is its own settings on this machine; errors are still told.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

# A stamp is named after what was installed and where, so that neither a fresh date on a lock file (as a
# change of branch leaves) nor anything but a change in it sets up again, and a moved checkout does.
stamp = .venv/.$(1)-$(shell { pwd -P; cat $(2); } | cksum | cut -d ' ' -f 1)
VENV := $(call stamp,site,requirements/site.txt)
PROJECT := $(call stamp,project,requirements/site.txt pyproject.toml)
RELEASE := $(call stamp,release,requirements/site.txt requirements/release.txt)
TESTS := $(call stamp,test,requirements/site.txt requirements/test.txt)
INTAKE := $(call stamp,intake,requirements/site.txt requirements/intake.txt)
ZENSICAL := $(call stamp,zensical,requirements/site.txt requirements/zensical.txt)
MUTATION := $(call stamp,mutation,requirements/site.txt requirements/test.txt requirements/mutation.txt)
READING := $(call stamp,reading,requirements/reading.txt)
LOCKS := $(call stamp,lock,requirements/lock.txt)

.DELETE_ON_ERROR:
# Two installs into one .venv at a time would spoil it.
.NOTPARALLEL:
.PHONY: help setup intake site serve check test coverage zensical bench mutate reading wheel release lock format clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: $(PROJECT) ## set up what checking and building need, in .venv
	@:

intake: $(PROJECT) $(INTAKE) ## set up what reads BibTeX, RIS and PDF, for who adds sources
	@:

site: $(PROJECT) ## set up if needed, and build the website into site/
	@$(BIN)/claimgraph build

serve: $(PROJECT) ## show the website on this machine, rebuilt as files change; open pages follow
	@$(BIN)/claimgraph serve

check: $(PROJECT) ## check the claims, sources and voices
	@$(BIN)/claimgraph check

# Every check runs, whatever an earlier one found. Pytest comes last, so that its closing line stands at the end.
test: $(PROJECT) $(TESTS) ## set up if needed, and run all checks of the code and all tests
	@failed=; \
	run() { \
	  name=$$1; shift; \
	  printf '\n== %s\n' "$$name"; \
	  "$$@" </dev/null || failed="$$failed $$name"; \
	}; \
	run chromium $(BIN)/python -m tests.bring_chromium; \
	run argdown $(BIN)/python -m tests.bring_argdown; \
	run format $(BIN)/ruff format --check; \
	run lint $(BIN)/ruff check; \
	run types $(BIN)/mypy; \
	run floors $(BIN)/lint-imports --no-cache --no-logo; \
	run pytest $(BIN)/python -m pytest $(PYTEST_ARGS); \
	printf '\n'; \
	if [ -n "$$failed" ]; then echo "make test: FAILED:$$failed"; exit 1; fi; \
	echo 'make test: all passed: chromium argdown format lint types floors pytest'

# Browser tests are left out: they take long, and run more of the pages' scripts than of the program.
coverage: $(PROJECT) $(TESTS) ## tell which lines and branches of the program no test runs
	@rm -rf .cache/coverage
	@$(BIN)/coverage run -m pytest $(PYTEST_ARGS) --ignore tests/browser
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

# The tests of publishing, run by the other publisher, with those that compare both; then the whole website, by it.
zensical: $(PROJECT) $(TESTS) $(ZENSICAL) ## build the website by Zensical too, into site/, and compare it with MkDocs' pages
	@CLAIMGRAPH_PUBLISHER=zensical $(BIN)/python -m pytest tests/publish tests/site/test_building.py $(PYTEST_ARGS)
	@CLAIMGRAPH_PUBLISHER=zensical $(BIN)/claimgraph build

bench: $(PROJECT) $(TESTS) ## measure how fast checking and building are
	@PYTHONPATH=. $(BIN)/python -m bench

mutate: $(PROJECT) $(TESTS) $(MUTATION) ## tell which small changes to the code no test notices (an hour)
	@PYTHONPATH=. $(BIN)/python -m bench.mutation

# READING_ARGS="--hardest 5 docs/method.md" shows the hardest sentences of a page.
reading: $(READING) ## tell how hard the pages of docs/ are to read
	@PYTHONPATH=. .venv/reading/bin/python -m bench.reading $(READING_ARGS)

wheel: $(PROJECT) ## write the program for other maps into dist/, as a wheel
	@$(PIP) wheel -qq --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

# The commit's time stands for the clock, so that the same commit makes the same bytes. TAG, if set, must be the version's.
release: $(PROJECT) $(RELEASE) ## write what a release publishes into dist/
	@rm -rf dist
	@SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} PYTHONPATH=. $(BIN)/python -m release

# One lock is made after the other, held to its versions, so that the tests test what the site is built with.
# Uv stands apart from .venv's packages: locks that do not install (a merge went wrong) can still be made anew.
lock: $(LOCKS) ## write requirements/ anew from pyproject.toml
	@set -e; \
	lock() { \
	  .venv/lock/bin/uv pip compile --quiet --system-certs --universal --python-version 3.11 \
	    --generate-hashes --no-header --no-emit-index-url --no-emit-find-links $(LOCK_ARGS) "$$@" >/dev/null; \
	}; \
	lock pyproject.toml --group build --output-file requirements/site.txt; \
	lock pyproject.toml --group build --group release --constraint requirements/site.txt \
	  --output-file requirements/release.txt; \
	lock pyproject.toml --group build --group intake --constraint requirements/site.txt \
	  --output-file requirements/intake.txt; \
	lock pyproject.toml --group build --group test --constraint requirements/release.txt \
	  --constraint requirements/intake.txt \
	  --output-file requirements/test.txt; \
	lock --group zensical --constraint requirements/test.txt --output-file requirements/zensical.txt; \
	lock --group mutation --constraint requirements/test.txt --output-file requirements/mutation.txt; \
	lock --group reading --constraint requirements/test.txt --output-file requirements/reading.txt; \
	lock --group lock --output-file requirements/lock.txt; \
	echo "Written: $$(echo requirements/*.txt)"

format: $(PROJECT) $(TESTS) ## put the Python files into shape
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

clean: ## remove the built site, releases and caches (.venv stays: remove it by hand to set up from nothing)
	rm -rf dist site .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find bench release scripts tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# Sets $$python, or says what is missing.
define FIND_PYTHON
python=; \
for candidate in $(or $(PYTHON),python3 python3.15 python3.14 python3.13 python3.12 python3.11); do \
  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
    python=$$candidate; break; \
  fi; \
done; \
if [ -z "$$python" ]; then \
  echo 'Python 3.11 or newer is needed, and $(or $(PYTHON),python3) is not that.' >&2; \
  echo 'On Debian 12 or newer: apt-get install python3 python3-venv' >&2; \
  echo 'With one elsewhere: make PYTHON=/path/to/python3 $(MAKECMDGOALS)' >&2; \
  exit 1; \
fi; \
if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
  echo "$$python lacks its venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
  exit 1; \
fi
endef

$(VENV):
	@set -e; $(FIND_PYTHON); \
	echo 'Setting up .venv, once (about half a minute) ...'; \
	"$$python" -m venv --clear .venv; \
	$(PIP) install -qq --no-deps --require-hashes --requirement requirements/site.txt; \
	touch $@

$(PROJECT): $(VENV)
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(RELEASE): $(VENV)
	@$(PIP) install -qq --no-deps --require-hashes --requirement requirements/release.txt
	@touch $@

$(INTAKE): $(VENV)
	@$(PIP) install -qq --no-deps --require-hashes --requirement requirements/intake.txt
	@touch $@

$(TESTS): $(VENV)
	@echo 'Setting up what the tests need, once ...'
	@$(PIP) install -qq --no-deps --require-hashes --requirement requirements/test.txt
	@touch $@

$(ZENSICAL): $(VENV)
	@$(PIP) install -qq --no-deps --require-hashes --requirement requirements/zensical.txt
	@touch $@

$(MUTATION): $(TESTS)
	@$(PIP) install -qq --no-deps --require-hashes --requirement requirements/mutation.txt
	@touch $@

# Apart from .venv's packages: textstat brings a package named tests, which would hide ours.
$(READING):
	@set -e; $(FIND_PYTHON); \
	"$$python" -m venv --clear .venv/reading; \
	.venv/reading/bin/python -m pip --disable-pip-version-check --no-input install -qq \
	  --no-deps --require-hashes --requirement requirements/reading.txt; \
	touch $@

$(LOCKS):
	@set -e; $(FIND_PYTHON); \
	"$$python" -m venv --clear .venv/lock; \
	.venv/lock/bin/python -m pip --disable-pip-version-check --no-input install -qq \
	  --no-deps --require-hashes --requirement requirements/lock.txt; \
	touch $@
