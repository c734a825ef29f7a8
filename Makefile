# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
# Two commands matter: "make run" starts ActReady on a sample, "make test" checks the whole project.
.PHONY: run test lint report bench clean

run: ; @packaging/run
test: ; @packaging/check
lint: ; @packaging/lint
report: ; @packaging/report
bench: ; @packaging/bench
clean: ; rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
