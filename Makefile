# make setup | demo | run | test | lint | vertalingen
SHELL := /bin/sh
UV ?= $(shell command -v uv 2>/dev/null || echo .uv/uv)
PYTHON ?= python3.11
export UV_PYTHON_DOWNLOADS = never
# The one package without a wheel for this Python would want a C compiler; its Python half does the same.
export MULTIDICT_NO_EXTENSIONS = 1
CHROMIUM := $(wildcard /usr/bin/chromium)

.PHONY: setup demo run test lint vertalingen

setup: .venv/installed

.uv/uv: .ci/fetch_uv.py
	$(PYTHON) .ci/fetch_uv.py .uv/uv

.venv/installed: pyproject.toml uv.lock $(filter .uv/uv,$(UV))
	$(UV) sync --locked --python $(PYTHON)
	@touch .venv/installed

demo: setup
	.venv/bin/sleutelbot demo

run: setup
	.venv/bin/sleutelbot run

test: setup
	@$(if $(CHROMIUM),,echo "Chromium is not installed: the browser tests are left out (apt-get install chromium).")
	.venv/bin/pytest $(if $(CHROMIUM),,-m "not browser")

lint: setup
	.venv/bin/ruff check bot nlu tests
	.venv/bin/mypy
	.venv/bin/lint-imports

vertalingen: setup
	.venv/bin/python -m bot.i18n.po extract
	.venv/bin/python -m bot.i18n.po update
