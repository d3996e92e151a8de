# Thin targets over the `course` command. Needed: Python 3.11 or newer, make, git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PINS := requirements-dev.txt
LEARNERS_PINS := binder/requirements.txt
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url \
	--no-emit-find-links
NBGRADER := $(VENV)/nbgrader
MUTMUT := $(VENV)/mutmut
STRYKER := $(VENV)/stryker
PARTS ?=
OTTER := $(VENV)/otter
OTTERS := $(OTTER)/$(notdir $(BIN))/python
MEASURE = COURSE_NBGRADER=$(NBGRADER) COURSE_OTTER=$(OTTERS) $(BIN)/python -m tests.benchmarks
HUB := $(VENV)/hub
HUB_BIN := $(HUB)/bin
HUB_PINS := hub/requirements.txt
# The hub is for Linux: elsewhere its tests are left out.
HUB_MADE := $(if $(filter Linux,$(shell uname -s)),$(HUB)/.made)
PYTHONS ?= python3.11 python3.12 python3.13 python3.14
MATRIX_TESTS ?= --ignore tests/browser
# The README tells some of what was measured, and a picture of the docs draws how it grows.
TELL = $(BIN)/python -m tests.benchmarks.spoken && $(BIN)/python -m tests.benchmarks.picture

# Some images tell Python to keep nothing that it compiles: then each kernel and each worker would compile the course anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: lab hub hub-start hub-load site site-files test test-browser test-others check build pictures bench bench-long mutants binder matrix pins

lab: $(VENV)/.lab  ## Open the course in JupyterLab
	$(BIN)/course lab

hub: $(HUB)/.made hub/class.toml  ## Set up a class on this server; fill in hub/class.toml, then: make hub-start
	@$(HUB_BIN)/python -m compileall -q course hub
	@echo "Fill in hub/class.toml. Then: make hub-start"

hub-start: $(HUB)/.made hub/class.toml  ## Start the hub of the class
	$(HUB_BIN)/python -m hub

hub-load: $(VENV)/.all $(HUB)/.made  ## Let 30 learners come to a hub at once, and measure it
	$(BIN)/python -m tests.hub.load --learners 30

site-files: $(VENV)/.all  ## Fetch what the site for a browser alone is made of; its tests are left out without
	-@$(BIN)/python -m course.teach.browser.packages

# A browser often waits, so both kinds of tests run at once; what the browser's say is shown at their end.
test: $(VENV)/.all $(NBGRADER)/.made $(HUB_MADE) site-files  ## Run every test
	@$(MAKE) --no-print-directory --keep-going --jobs 2 test-browser test-others

test-browser: $(VENV)/.all  ## Run the tests in the browser
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder tests/browser > $(VENV)/browser.txt 2>&1; \
		ended=$$?; cat $(VENV)/browser.txt; exit $$ended

test-others: $(VENV)/.all $(NBGRADER)/.made $(HUB_MADE)  ## Run all tests but those in the browser
	COURSE_NBGRADER=$(NBGRADER) $(BIN)/python -m pytest -n 2 --dist worksteal --ignore tests/browser

check: $(VENV)/.all  ## Style, types, the cases, the notebooks
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/course validate
	$(BIN)/course build --check

site: $(VENV)/.lab  ## Make the site for a browser alone, in the folder site
	$(BIN)/course browser site

build: $(VENV)/.all  ## Make the notebooks from their sources
	$(BIN)/course build

pictures: $(VENV)/.all  ## Take the README's pictures of the running course
	$(BIN)/python -m tests.browser.pictures

bench: $(VENV)/.all $(NBGRADER)/.made $(OTTER)/.made  ## Measure the course beside others, and keep what was found; under ten minutes
	$(MEASURE) --write
	$(TELL)

bench-long: $(VENV)/.all $(NBGRADER)/.made $(OTTER)/.made $(HUB_MADE)  ## The same for what takes longer; about an hour
	$(MEASURE) --long --write
	$(TELL)

mutants: $(VENV)/.all $(STRYKER)/.made  ## Plant small faults and see whether a test notices: make mutants PARTS="hedges kinds"
	PYTHONPATH=$(abspath $(MUTMUT)) COURSE_STRYKER=$(abspath $(STRYKER)) $(BIN)/python -m tests.mutants $(PARTS)

binder: $(VENV)/.all  ## Build what Binder would build, and open it in a browser; needs the net
	$(BIN)/python -m tests.binder.stand_in

matrix:  ## Run the tests that need no browser with each Python that is here; others are named
	@for python in $(PYTHONS); do \
		$$python -c '' 2>/dev/null || { echo "$$python is not here"; continue; }; \
		echo "$$($$python --version)"; \
		$$python -m venv $(VENV)/matrix/$$python && \
		$(VENV)/matrix/$$python/bin/python -m pip install --quiet --disable-pip-version-check --constraint $(PINS) \
			--editable '.[test]' && \
		$(VENV)/matrix/$$python/bin/python -m pytest -n 2 --dist worksteal $(MATRIX_TESTS) || exit 1; \
	done

pins:  ## Renew the pins (needs uv)
	$(COMPILE) --all-extras --upgrade --output-file $(PINS)
	$(COMPILE) --extra server --upgrade --constraint $(PINS) --output-file $(LEARNERS_PINS)
	$(COMPILE) hub/requirements.in --extra server --upgrade --constraint $(LEARNERS_PINS) --output-file $(HUB_PINS)

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=python3.12 lab"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# Who opens the course prints its pages too: the packages of the extra `teach` come with it.
$(VENV)/.lab: $(VENV)/.made pyproject.toml Makefile $(PINS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint $(PINS) --editable '.[teach]'
	@touch $@

$(VENV)/.all: $(VENV)/.lab
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint $(PINS) --editable '.[check]'
	@touch $@

# nbgrader adds its menus to each JupyterLab of its environment: for the tests it lies in a folder of its own.
$(NBGRADER)/.made: $(VENV)/.all tests/teach/export/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade --target $(NBGRADER) \
		--requirement tests/teach/export/requirements.txt
	PYTHONPATH=$(NBGRADER) $(BIN)/python -m pip check
	@touch $@

# mutmut is for this command alone: it lies in a folder of its own too.
$(MUTMUT)/.made: $(VENV)/.all tests/mutants/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade --target $(MUTMUT) \
		--requirement tests/mutants/requirements.txt
	PYTHONPATH=$(MUTMUT) $(BIN)/python -m pip check
	@touch $@

# What puts mutants into scripts is for Node, and so it lies beside it.
$(STRYKER)/.made: $(MUTMUT)/.made tests/mutants/switches/package.json
	rm -rf $(STRYKER) && mkdir $(STRYKER) && cp tests/mutants/switches/package.json $(STRYKER)
	PYTHONPATH=$(abspath $(MUTMUT)) $(BIN)/python -m hub.proxy $(STRYKER)
	@touch $@

# otter-grader is there to be measured beside. It needs other packages than the course.
$(OTTER)/.made: $(VENV)/.made tests/benchmarks/requirements.txt
	$(PYTHON) -m venv $(OTTER)
	$(OTTERS) -m pip install --quiet --disable-pip-version-check --requirement tests/benchmarks/requirements.txt
	@touch $@

# A server for a class has what learners need, JupyterHub, and its proxy with the Node that runs it. Learners have no right
# to write there, so all of it is compiled now.
$(HUB)/.made: hub/requirements.txt hub/package.json hub/reach.py pyproject.toml Makefile
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=python3.12 hub"; exit 1; }
	"$$($(PYTHON) hub/reach.py)" -m venv $(HUB)
	$(HUB_BIN)/python -m pip install --quiet --disable-pip-version-check --requirement $(HUB_PINS)
	$(HUB_BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	rm -rf $(HUB)/proxy && mkdir $(HUB)/proxy && cp hub/package.json $(HUB)/proxy
	$(HUB_BIN)/python -m hub.proxy $(HUB)/proxy
	$(HUB_BIN)/python -m compileall -q course hub
	@touch $@

hub/class.toml:
	@(umask 077; cp hub/class.example.toml $@)
