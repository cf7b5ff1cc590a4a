# make run, make test, make check: everything else is below.
PORT ?= 8501
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TOOLS := $(VENV)/tools/bin

.PHONY: help run test check format schema regions ask bench links coverage-of-facts wording prices clean

help:
	@echo "make run                start the app (PORT=8501)"
	@echo "make test               run every test, the browser's included"
	@echo "make check              format, lint and types"
	@echo "make format             put the code in order"
	@echo "make ask                ask what people asked, and see whether search leads to an answer"
	@echo "make bench              compare the app with the barest Streamlit page"
	@echo "make schema             write data/schema/ from the record models"
	@echo "make regions            write data/regions.csv from botocore"
	@echo "make links              ask every official address whether it answers (needs the internet)"
	@echo "make prices             compare the prices with offer files of the AWS Price List (FROM=<folder or address>, WRITE=1 writes)"
	@echo "make lock               write requirements.lock, with hashes, from requirements.txt"
	@echo "make licences           write docs/licences.md, and build/sbom.json (CycloneDX)"
	@echo "make coverage-of-facts  how many facts have sources, and how old they are"
	@echo "make wording            list absolutes, bare numbers, and two numbers for one subject"

$(VENV)/bin/python:
	@bash .ci/venv "$(PYTHON)" "$(VENV)"

$(VENV)/.app: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the app needs ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(BIN)/python -m components.server.packed_plot
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.app
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: $(VENV)/.app
	@$(BIN)/python .ci/port.py $(PORT)
	@echo "The AWS Data Landscape starts on http://localhost:$(PORT) (Ctrl-C stops it)"
	@$(BIN)/python -m streamlit run streamlit_app.py --server.port $(PORT)

test: $(VENV)/.dev
	@bash .ci/browser $(BIN)/python
	@bash .ci/proxy
	@$(BIN)/python -m pytest -n 2

check: $(VENV)/.dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(VENV)/.dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

schema: $(VENV)/.app
	@$(BIN)/python -m data.tools.schema

regions: $(VENV)/.dev
	@$(BIN)/python -m data.tools.regions

bench: $(VENV)/.dev
	@bash .ci/browser $(BIN)/python whole
	@$(BIN)/python -m tests.bench

ask: $(VENV)/.dev
	@$(BIN)/python -m tests.questions

links: $(VENV)/.app
	@$(BIN)/python -m data.tools.links

coverage-of-facts: $(VENV)/.app
	@$(BIN)/python -m data.tools.coverage

wording: $(VENV)/.app
	@$(BIN)/python -m data.tools.wording
prices: $(VENV)/.dev
	@$(BIN)/python -m data.tools.prices "$(FROM)" $(if $(WRITE),--write)

.PHONY: lock licences

$(VENV)/.tools: deploy/requirements-tools.txt | $(VENV)/bin/python
	@echo "Installing the tools of the deployment ..."
	@"$(PYTHON)" -m venv $(VENV)/tools
	@$(TOOLS)/python -m pip install --quiet --disable-pip-version-check -r deploy/requirements-tools.txt
	@touch $@

lock: $(VENV)/.tools
	@$(TOOLS)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-annotate --custom-compile-command "make lock" requirements.txt -o requirements.lock

licences: $(VENV)/.tools
	@PYTHON="$(PYTHON)" bash deploy/licences $(TOOLS)

clean:
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
