# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""actready --self-test: does on this computer, in a temporary folder, all that a report needs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from actready import __version__
from actready.catalogue import Catalogue, open_catalogue
from actready.cli.console import Console
from actready.cli.report import drawn
from actready.cli.source import Source, read_source
from actready.domain.assessment import Assessment
from actready.domain.scoring import evaluate
from actready.domain.terms import Act
from actready.errors import AppError
from actready.files import read_limited
from actready.i18n import gettext as _
from actready.i18n import ngettext
from actready.report.attachment import read_attachment
from actready.report.build import build_context
from actready.report.job import job_for
from actready.resources import data_folder
from actready.storage import audit
from actready.storage.assessment_file import AssessmentFile
from actready.storage.interchange import AnswersFile, read_answers
from actready.storage.limits import MAX_ANSWERS_FILE

SAMPLE: Final = "company-z.yaml"


def self_test(console: Console) -> int:
    """Print a line for each step and return 0, or 1 after the first step that fails."""
    with tempfile.TemporaryDirectory(prefix="actready-", ignore_cleanup_errors=True) as folder:
        trial = _Trial(console, Path(folder))
        for title, step in trial.steps():
            try:
                console.print_text(f"ok      {title}: {step()}")
            except AppError as error:
                console.print_text(f"failed  {title}: {error}")
                return 1
    return 0


@dataclass(slots=True)
class _Trial:
    """The steps, each of which leaves something for the next."""

    console: Console
    folder: Path
    catalogue: Catalogue = field(init=False)
    answers: AnswersFile = field(init=False)
    source: Source = field(init=False)

    @property
    def file(self) -> Path:
        return self.folder / "self-test.actready"

    def steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        return (
            (_("Questionnaires"), self._load),
            (_("Answers file"), self._read),
            (_("Assessment file written"), self._write),
            (_("Assessment file read again"), self._reopen),
            (_("Result"), self._evaluate),
            (_("Report"), self._draw),
        )

    def _load(self) -> str:
        self.catalogue = open_catalogue()
        editions = ", ".join(f"{one.act} {one.id}" for one in self.catalogue.editions)
        questions = len(self.catalogue.questionnaire(self.console.today).questions)
        return _("{editions}; {count} questions").format(editions=editions, count=questions)

    def _read(self) -> str:
        path = data_folder("samples") / SAMPLE
        self.answers = read_answers(
            read_limited(path, MAX_ANSWERS_FILE),
            path.name,
            lambda stated: self.catalogue.questionnaire(stated or self.console.today),
        )
        return _entries(len(self.answers.events))

    def _write(self) -> str:
        day = self.answers.as_of or self.console.today
        editions = {act.value: one for act, one in self.catalogue.pinned(day).items()}
        with closing(
            AssessmentFile.create(
                self.file, self.answers.organisation, editions, self.console.clock()
            )
        ) as file:
            for event in self.answers.events:
                file.append(event, self.console.clock())
            return _entries(len(file.entries()))

    def _reopen(self) -> str:
        result = audit.verify(self.file)
        self.source = read_source(self.file, self.catalogue, self.answers.as_of, self.console.today)
        same = _content(self.source.assessment) == _content(self.answers.assessment)
        if not result.intact or not same:
            raise AppError(
                _("What was read is not what was written."), _("Check the disk of this computer.")
            )
        return _("{entries}, chain intact").format(entries=_entries(result.entries))

    def _evaluate(self) -> str:
        found = evaluate(self.source.questionnaire, self.source.assessment, self.source.as_of)
        return "; ".join(
            f"{one.subject.name}: {', '.join(one.evaluation.roles(Act.CRA)) or '?'}"
            for one in found
        )

    def _draw(self) -> str:
        source, target = self.source, self.folder / "self-test.pdf"
        context = build_context(
            source.assessment, source.questionnaire, source.as_of, source.record, __version__, "en"
        )
        data = source.canonical
        issued = drawn(job_for(context, target, data), self.console)
        if read_attachment(target.read_bytes()) != data:
            raise AppError(_("The report does not hold its data."), _("Install ActReady again."))
        return _("{pages} pages").format(pages=issued.pages)


def _content(assessment: Assessment) -> tuple[object, ...]:
    return assessment.organisation, assessment.subjects


def _entries(count: int) -> str:
    return ngettext("{count} entry", "{count} entries", count).format(count=count)
