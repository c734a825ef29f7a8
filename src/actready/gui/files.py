# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files in the window: asks where they are, opens and makes them, says what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QWidget

from actready.domain.assessment import Assessment, fold
from actready.domain.events import AssessmentCreated, Entry
from actready.domain.scoring import Evaluation, evaluate_subject
from actready.errors import AppError
from actready.gui.asking import AskDialog, Choice, Field, tell, telling
from actready.gui.models.recent import FileSummary, file_summary
from actready.i18n import gettext as _
from actready.report.attachment import answers_in
from actready.resources import data_folder
from actready.session import AssessmentSession, open_sealed, start_session
from actready.storage.assessment_file import SUFFIX, AssessmentFile
from actready.storage.audit import salvage
from actready.storage.connection import DamagedFile
from actready.storage.interchange import read_answers
from actready.storage.limits import MAX_ANSWERS_FILE
from actready.storage.sealed import SHORTEST, is_sealed
from actready.storage.sealed import SUFFIX as SEALED

if TYPE_CHECKING:
    from actready.catalogue import Catalogue
    from actready.gui.theme import Theme

Clock = Callable[[], datetime]
Shower = Callable[[AssessmentSession], None]

_LONGEST_NAME: Final = 60


def ask_new(
    theme: Theme, parent: QWidget, folder: Path, create: Callable[[Path, str], None]
) -> None:
    """Ask for the name of the organisation and for a place, and make the file there."""

    def choose(typed: tuple[str, ...]) -> None:
        name = " ".join(typed[0].split())
        if not name:
            raise AppError(_("There is no name."), _("Type the name of the firm or project."))
        path = _ask_place(parent, _("New assessment"), folder / f"{_file_name(name)}{SUFFIX}")
        if path is not None:
            create(path, name)

    AskDialog(
        theme,
        parent,
        _("New assessment"),
        (Field(_("Name of your organisation"), _("A firm, an association, or your own name.")),),
        _("Choose a place for the file"),
        choose,
        _("One file holds everything: answers, notes, and the record of every change."),
    ).open()


def ask_open(parent: QWidget, folder: Path, open_path: Callable[[Path], None]) -> None:
    """Ask for a file, and hand it over."""
    chosen, _filter = QFileDialog.getOpenFileName(
        parent,
        _("Open"),
        str(folder),
        _(
            "Assessments, answers files and reports (*.actready *.yaml *.yml *.json *.pdf"
            " *.actready-sealed);;All files (*)"
        ),
    )
    if chosen:
        open_path(Path(chosen))


def ask_copy(theme: Theme, parent: QWidget, session: AssessmentSession) -> None:
    """Ask for a place, and save a copy of the assessment there."""
    source = session.file.path
    name = _("{name} copy").format(name=source.stem)
    path = _ask_place(parent, _("Save a copy"), source.with_name(f"{name}{SUFFIX}"))
    if path is not None:
        with telling(theme, parent):
            session.file.save_copy(path)


def ask_sealed_copy(theme: Theme, parent: QWidget, session: AssessmentSession) -> None:
    """Ask for a passphrase and a place, and save a confidential copy there."""

    def save(typed: tuple[str, ...]) -> None:
        first, second = typed
        if first != second:
            raise AppError(_("The two passphrases differ."), _("Type the same one twice."))
        source = session.file.path
        path = _ask_place(
            parent, _("Save a sealed copy"), source.with_suffix(SEALED), suffix=SEALED
        )
        if path is not None:
            session.file.save_sealed(path, first)

    AskDialog(
        theme,
        parent,
        _("Save a sealed copy"),
        (
            Field(
                _("Passphrase"),
                _("At least {least} characters; several words are best.").format(least=SHORTEST),
                secret=True,
            ),
            Field(_("The same passphrase again"), secret=True),
        ),
        _("Choose a place for the copy"),
        save,
        _("Only who knows the passphrase can open the copy. A forgotten one cannot be replaced."),
    ).open()


def _ask_unseal(
    theme: Theme, parent: QWidget, path: Path, catalogue: Catalogue, clock: Clock, show: Shower
) -> None:
    """Ask for the passphrase of a sealed copy and for a place, and open what is in it."""

    def unseal(typed: tuple[str, ...]) -> None:
        suggested = path.with_suffix(SUFFIX)
        target = _ask_place(parent, _("A place for the opened copy"), suggested)
        if target is not None:
            show(open_sealed(path, target, typed[0], catalogue, clock))

    AskDialog(
        theme,
        parent,
        _("Open a sealed copy"),
        (Field(_("Passphrase"), secret=True),),
        _("Choose a place and open"),
        unseal,
        _("What is in it is written to a file of its own, which is not sealed."),
    ).open()


def create_session(
    path: Path, organisation: str, catalogue: Catalogue, clock: Clock
) -> AssessmentSession:
    """Make a new assessment file and open it. Raises AppError where that cannot be done."""
    today = clock().date()
    editions = {act.value: edition for act, edition in catalogue.pinned(today).items()}
    AssessmentFile.create(path, organisation, editions, clock()).close()
    return start_session(path, catalogue, None, clock, path.parent)


def open_session(
    theme: Theme,
    parent: QWidget,
    path: Path,
    catalogue: Catalogue,
    clock: Clock,
    workplace: Path,
    show: Shower,
) -> None:
    """Open a file and show it. Raises AppError; from a damaged file it offers to save the rest."""

    def save_rest() -> None:
        name = _("{name} saved entries").format(name=path.stem)
        target = _ask_place(parent, _("Save the entries"), path.with_name(f"{name}{SUFFIX}"))
        if target is not None:
            with telling(theme, parent):
                salvage(path, target)
                show(start_session(target, catalogue, None, clock, workplace))

    if is_sealed(path):
        _ask_unseal(theme, parent, path, catalogue, clock, show)
        return
    try:
        session = start_session(path, catalogue, None, clock, workplace)
    except DamagedFile as damaged:
        tell(theme, parent, damaged, Choice(_("Save the entries…"), save_rest))
        return
    show(session)


def samples() -> tuple[Path, ...]:
    """Return the samples that ship with the program."""
    return tuple(sorted(data_folder("samples").glob("*.yaml")))


def describe(path: Path, catalogue: Catalogue, clock: Clock) -> FileSummary | None:
    """Return what a file is about, or None where it cannot be read now."""
    try:
        assessment, day = _read(path, catalogue, clock)
        questionnaire = catalogue.questionnaire(day)
    except AppError:
        return None

    def evaluate(subject_id: str | None) -> Evaluation:
        subject = assessment.subject(subject_id) if subject_id else None
        return evaluate_subject(questionnaire, assessment, subject, day)

    return file_summary(assessment, evaluate)


def _read(path: Path, catalogue: Catalogue, clock: Clock) -> tuple[Assessment, date]:
    today = clock().date()
    if path.suffix.lower() == SUFFIX:
        file = AssessmentFile.open(path, read_only=True)
        try:
            return fold(file.entries()), today
        finally:
            file.close()
    answers = read_answers(
        answers_in(path, MAX_ANSWERS_FILE),
        path.name,
        lambda stated: catalogue.questionnaire(stated or today),
    )
    events = (AssessmentCreated(organisation=answers.organisation), *answers.events)
    entries = (Entry(number=place, at="", event=one) for place, one in enumerate(events, 1))
    return fold(entries), answers.as_of or today


def _ask_place(parent: QWidget, title: str, suggested: Path, suffix: str = SUFFIX) -> Path | None:
    """Ask for the place of a new file. One that exists is refused later, in a sentence."""
    chosen, _filter = QFileDialog.getSaveFileName(
        parent,
        title,
        str(suggested),
        _("Assessments (*{suffix})").format(suffix=suffix),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix == suffix else path.with_name(path.name + suffix)


def _file_name(name: str) -> str:
    """Return a name that every system accepts for a file."""
    kept = "".join(one if one.isalnum() or one in " -_" else " " for one in name)
    return " ".join(kept.split())[:_LONGEST_NAME].strip() or _("Assessment")
