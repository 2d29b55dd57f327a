# The commands of README.md. Each prepares what it needs; nothing has to be run before.
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python
PYTEST := $(PYTHON) -m pytest -n auto --dist loadfile

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

setup: ## prepare .venv, locked packages and system libraries
	@requirements/install.sh run

run: setup ## serve the demonstration on http://127.0.0.1:8000
	@$(PYTHON) manage.py prepare
	@exec .venv/bin/gunicorn desens.wsgi --bind 127.0.0.1:8000 --workers 2 --no-control-socket

ready:
	@requirements/install.sh test

lint: ready
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy .
	.venv/bin/lint-imports
	$(PYTHON) manage.py makemigrations --check --dry-run

coverage: lint ## every branch of the engine and of the clinical rules is run by its own tests
	@$(PYTHON) -m coverage erase
	HYPOTHESIS_PROFILE=dev $(PYTHON) -m coverage run -m pytest -n auto --dist loadfile -q tests/protocols/engine \
	  tests/protocols/management tests/reactions/rules
	$(PYTHON) -m coverage combine -q
	$(PYTHON) -m coverage report

check: coverage ## the fast half: SQLite, no browser
	HYPOTHESIS_PROFILE=dev $(PYTEST) -q --ignore tests/browser

test: coverage ## everything: SQLite, then database and browser tests again on PostgreSQL
	HYPOTHESIS_PROFILE=ci $(PYTEST) -q
	HYPOTHESIS_PROFILE=dev $(PYTHON) -m tests.with_postgres $(PYTEST) -q

nightly: coverage ## the heavy figures of the safety case (hours)
	HYPOTHESIS_PROFILE=nightly RACES=10000 $(PYTEST) -q
	HYPOTHESIS_PROFILE=ci RACES=10000 $(PYTHON) -m tests.with_postgres $(PYTEST) -q

benchmark: ready ## ratios, each measured in one run (benchmarks/README.md)
	$(PYTHON) -m benchmarks

pictures: ready ## the pictures of the guide, taken anew
	$(PYTHON) -m pytest -q tests/browser/pictures.py

lock: ready ## new locked versions from requirements/*.in
	.venv/bin/python -m pip install --quiet uv
	cd requirements && for lock in run test; do ../.venv/bin/uv pip compile --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet --upgrade \
	  $$([ $$lock = run ] || echo "-c run.txt") $$lock.in -o $$lock.txt; done

.PHONY: help setup run ready lint coverage check test nightly benchmark pictures lock
