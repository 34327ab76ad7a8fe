# `make run` and `make test` work on a fresh machine; tools/setup.py does the set-up, and says what is missing.
# On Windows: `py tools/setup.py run` and `py tools/setup.py test`.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
  $$p -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1 \
  && echo $$p && break; done)
UV ?= uv
V := .venv/bin/python
unexport PYTHONHOME PYTHONPATH PIP_USER PIP_REQUIRE_VIRTUALENV PIP_TARGET

.PHONY: run test test-long check bench look lock moved

run: .venv/core  ## the Bielefeld scenario, with the report in the terminal
	@$(V) -m prevention_sim run scenarios/bielefeld.yaml

test: .venv/dev  ## all tests
	@$(V) -m pytest

test-long: .venv/dev  ## 20,000 files changed by chance load, or say what is wrong; persons approach what is expected; workbooks recalculate; queues are counted twice, and are those of theory
	@PYTHONPATH=. $(V) tests/long/fuzz_scenarios.py
	@PYTHONPATH=. $(V) tests/long/persons_approach.py
	@PYTHONPATH=. $(V) tests/long/workbooks_recalculate.py
	@PYTHONPATH=. $(V) tests/long/queues_twice.py
	@PYTHONPATH=. $(V) tests/long/queues_and_theory.py

check: .venv/dev  ## format, lint, types, layers, spelling
	@$(V) -m ruff format --check .
	@$(V) -m ruff check .
	@$(V) -m mypy
	@$(V) -c 'from importlinter.cli import lint_imports_command as lint; lint()'
	@$(V) -m codespell_lib

bench: .venv/dev  ## how fast it is
	@$(V) benchmarks/run.py

look: .venv/dev  ## every output in one folder, and the README's output as it is
	@PYTHONPATH=. $(V) tools/look.py
	@$(V) tools/readme.py

# The only task that wants uv. `make lock LOCK=--upgrade` moves to the newest versions within the ranges of pyproject.toml.
LOCKED = $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --fork-strategy fewest \
  --generate-hashes --no-header --no-annotate $(LOCK)
lock:  ## exact versions and hashes from the ranges in pyproject.toml
	$(LOCKED) --group build --output-file requirements/core.lock
	$(LOCKED) --group dev --constraints requirements/core.lock --output-file requirements/dev.lock

# A stamp that names another folder was copied here with its .venv, whose install points back there.
.venv/core .venv/dev: requirements/core.lock requirements/dev.lock pyproject.toml tools/setup.py \
  $(if $(shell grep -sxF "place: $(CURDIR)" .venv/core),,moved)
	@test -n "$(PYTHON)" || { echo "Python 3.11-3.14 is needed: install it from python.org or your system's packages."; exit 1; }
	@$(PYTHON) tools/setup.py $(notdir $@)
