# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a command has to do with the world: two streams, a clock, and files that appear whole."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from actready.domain.contract import Json
from actready.files import replacing, told


@dataclass(frozen=True, slots=True)
class Console:
    """Results go to ``out`` and nothing else does; what is said on the way goes to ``err``."""

    out: TextIO
    err: TextIO
    clock: Callable[[], datetime]

    @classmethod
    def of_this_process(cls, clock: Callable[[], datetime]) -> Console:
        """Return the console of the running process, in UTF-8 on every platform."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return cls(sys.stdout, sys.stderr, clock)

    @property
    def today(self) -> date:
        """The date on the user's clock."""
        return self.clock().date()

    def say(self, text: str) -> None:
        """Tell the user something that is no result."""
        print(text, file=self.err, flush=True)

    def print_text(self, text: str) -> None:
        """Print a result at once, so that a full disk or a closed pipe is noticed here."""
        self.out.write(text if text.endswith("\n") else f"{text}\n")
        self.out.flush()

    def print_json(self, value: Json) -> None:
        """Print a result for other programs."""
        self.print_text(json.dumps(value, ensure_ascii=False, indent=2))

    def deliver(self, text: str, target: Path | None) -> None:
        """Print a result, or write it to a file that appears when it is complete."""
        if target is None:
            self.print_text(text)
            return
        with replacing(target) as part, told(target):
            part.write_text(text, encoding="utf-8", newline="\n")
