# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a record stands: its file and lines, so that a fault can name them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from actready.errors import Fault, FaultyInput
from actready.i18n import gettext as _
from actready.yamltree import MAX_BYTES, Marked, line_at, read_yaml


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a file, and the id of the record that it is."""

    file: str
    node: Marked
    where: str = ""

    def fault(self, problem: str, hint: str = "", *path: str | int) -> Fault:
        """Return a fault at the value under ``path``, or at the nearest value around it."""
        return Fault(problem, hint, self.file, line_at(self.node, path), self.where)

    def inner(self, field: str) -> Place | None:
        """Return the place of a field, or None where it is not there."""
        match self.node.value:
            case dict(fields) if field in fields:
                return Place(self.file, fields[field], self.where)
        return None

    def text(self, field: str) -> str | None:
        """Return a field that is a text, or None."""
        inner = self.inner(field)
        value = inner.node.value if inner else None
        return value if isinstance(value, str) else None


def read_place(path: Path, shown: str, faults: list[Fault]) -> Place | None:
    """Read a YAML file. Faults are added to the list, and then there is no place."""
    try:
        if path.stat().st_size > MAX_BYTES:
            hint = _("The largest that is read here has {limit} bytes.").format(limit=MAX_BYTES)
            faults.append(Fault(_("The file is too large."), hint, shown))
            return None
        return Place(shown, read_yaml(path.read_bytes(), shown))
    except FaultyInput as error:
        faults.extend(error.faults)
    except OSError as error:
        problem = _("The file cannot be read: {reason}.").format(reason=error.strerror)
        faults.append(Fault(problem, _("Check its permissions."), shown))
    return None
