# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report costs beyond plain WeasyPrint on the same HTML: as a ratio, in one process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from tests.report.example import DATA, LENT, OPEN, SOLD, context

from actready.report.engine import draw, use_own_fonts
from actready.report.job import Job, job_for

ROUNDS = 5
LIMIT = 1.6
"""Tags, two standards, checks of letters and the attachment may cost this much at most."""


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def plain(job: Job) -> None:
    import weasyprint

    weasyprint.HTML(string=job.html).write_pdf()


def measure() -> tuple[float, float, float]:
    """Return the median seconds for context and HTML, for the PDF, and for plain WeasyPrint."""
    subjects = (SOLD, LENT, OPEN) * 3

    def prepare() -> Job:
        return job_for(context(*subjects, org_club=True, org_people=3), Path("r.pdf"), DATA)

    job = prepare()
    use_own_fonts()
    draw(job, lambda _text: None)
    rounds = [
        (seconds(prepare), seconds(lambda: draw(job, lambda _text: None)),
         seconds(lambda: plain(job)))
        for _round in range(ROUNDS)
    ]  # fmt: skip
    html, pdf, bare = (statistics.median(column) for column in zip(*rounds, strict=True))
    return html, pdf, bare


def main() -> None:
    html, pdf, bare = measure()
    ratio = (html + pdf) / bare
    print(  # noqa: T201
        f"report      context and HTML {html:.2f} s, PDF {pdf:.2f} s, plain WeasyPrint {bare:.2f} s"
    )
    print(f"            ratio {ratio:.2f}, limit {LIMIT}")  # noqa: T201
    if ratio > LIMIT:
        raise SystemExit("The report costs too much beyond WeasyPrint itself.")


if __name__ == "__main__":
    main()
