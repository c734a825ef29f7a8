# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index of provision ids of each act, and how much of it a questionnaire cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from actready.errors import Fault
from actready.i18n import gettext as _

_HEADING: Final = re.compile(r"(.*?(?:Art\. |Annex (?!Art)|Recital )[0-9A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many provisions of an article, annex or recital exist, and how many are cited."""

    heading: str
    cited: int
    listed: int


def read_provisions(path: Path, shown: str, faults: list[Fault]) -> tuple[str, ...]:
    """Return the provision ids in a file, one a line. A missing file lists none.

    Lines that begin with "#" are for people.
    """
    try:
        content = path.read_bytes() if path.exists() else b""
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        faults.append(Fault(_("This is no UTF-8 text."), _("Save it as UTF-8 text."), shown))
        return ()
    except OSError as error:
        problem = _("The file cannot be read: {reason}.").format(reason=error.strerror)
        faults.append(Fault(problem, _("Check its permissions."), shown))
        return ()
    return _without_repetition(lines, shown, faults)


def _without_repetition(lines: list[str], shown: str, faults: list[Fault]) -> tuple[str, ...]:
    listed: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        provision = line.strip()
        if provision in listed:
            problem = _("'{provision}' is listed twice; the first time in line {line}.")
            problem = problem.format(provision=provision, line=listed[provision])
            faults.append(Fault(problem, _("Remove one of them."), shown, number))
        elif provision and not provision.startswith("#"):
            listed[provision] = number
    return tuple(listed)


def heading_of(provision: str) -> str:
    """Return the article, annex or recital that a provision belongs to."""
    found = _HEADING.match(provision)
    return found[1] if found else provision


def coverage(listed: Iterable[str], cited: Iterable[str]) -> tuple[Coverage, ...]:
    """Return the coverage of every heading, in the order in which the provisions are listed."""
    wanted = set(cited)
    all_of = Counter[str]()
    cited_of = Counter[str]()
    for provision in listed:
        heading = heading_of(provision)
        all_of[heading] += 1
        cited_of[heading] += provision in wanted
    return tuple(Coverage(one, cited_of[one], count) for one, count in all_of.items())
