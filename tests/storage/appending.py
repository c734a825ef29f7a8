# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Appends events to a file until it is killed, and says of each when it is stored.

Run by test_kill.py as a program of its own: ``python appending.py FILE``.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from actready.domain.actions import Action
from actready.domain.events import Answered, Event, Planned
from actready.storage.assessment_file import AssessmentFile


def main() -> None:
    file = AssessmentFile.open(Path(sys.argv[1]))
    for number in count():
        # Every third event is larger than a page, so that several pages change in one transaction.
        event: Event = Answered(question="org.staff", value=number)
        if number % 3 == 0:
            action = Action(due=date(2027, 1, 31), note=f"{number} " * 1500, effort=(1, 2))
            event = Planned(subject="s1", obligation="duty.report", action=action)
        entry = file.append(event, datetime.now(UTC))
        sys.stdout.write(f"{entry.number} {file.head}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
