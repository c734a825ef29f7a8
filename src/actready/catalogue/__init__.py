# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questionnaires as data: read, checked, compiled, proved. Opening them imports no YAML library."""

from actready.catalogue.compiled import Catalogue, compile_into, open_catalogue

__all__ = ["Catalogue", "compile_into", "open_catalogue"]
