# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the command line: commands, their options, and the help that explains them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

from actready import __version__
from actready.errors import AppError
from actready.i18n import gettext as _

Add = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command by its name and description."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="actready",
        usage=_("actready [FILE]\n       actready COMMAND [OPTIONS]"),
        description=_(
            "Find out your roles under the Cyber Resilience Act and the AI Act,\n"
            "with a reason for every step."
        ),
        epilog=_help_at_the_end(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"actready {__version__}")
    top.add_argument(
        "--self-test",
        action="store_true",
        help=_("try on this computer all that a report needs, and say how each step went"),
    )
    commands = top.add_subparsers(dest="command", prog="actready", help=argparse.SUPPRESS)

    def add(name: str, description: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, description=description, allow_abbrev=False)

    for command in (
        _evaluate, _compare, _next, _questions, _compute, _report, _plan, _export, _verify, _seal,
        _unseal, _check,
    ):  # fmt: skip
        command(add)
    return top


def _help_at_the_end() -> str:
    return _(
        """\
without a command:
  actready               open the window
  actready FILE          open an assessment or an answers file in the window

commands that answer questions about an assessment:
  evaluate FILE          role, reasons, what is open and which duties follow
  compare FILE           what differs between two dates or editions of the law
  next FILE              the questions to answer next
  questions              all questions, as a form to fill in
  compute                how much computing power the training of a model takes

commands that make or check files:
  report FILE -o PDF     the readiness report; a name in .docx gives a text
  plan FILE -o FILE      the plan of work: calendar .ics, workbook .xlsx, .csv
  export FILE            the answers, in a form for people or for programs
  verify FILE            whether a report or the record of a file is intact
  seal FILE -o COPY      a confidential copy, opened with a passphrase
  unseal COPY -o FILE    the file in a confidential copy
  check                  whether the questionnaires are complete and consistent

examples:
  actready questions --format yaml > answers.yaml
  actready evaluate answers.yaml
  actready report answers.yaml -o report.pdf

exit status: 0 done, 1 the input is faulty, 2 the command is, 3 this computer
prevents it. "actready COMMAND --help" explains a command."""
    )


def _evaluate(add: Add) -> None:
    command = add(
        "evaluate", _("Print what follows from the answers: roles, reasons, open points, duties.")
    )
    _file(command)
    _as_of(command)
    _format(command, "text", "json")
    _all(command, _("also what is ruled out, and duties that do not apply"))


def _compare(add: Add) -> None:
    command = add(
        "compare",
        _(
            "Print what differs between two dates: results, duties, and answers that need"
            " another look because the law was changed."
        ),
    )
    _file(command)
    command.add_argument(
        "--from",
        dest="first",
        metavar=_("DATE"),
        type=_day,
        required=True,
        help=_("the earlier date; --as-of is the later one"),
    )
    _as_of(command)
    _format(command, "text", "json")


def _next(add: Add) -> None:
    command = add(
        "next",
        _(
            "Print the questions that can still change the result, the most decisive first."
            " An empty list means that nothing more can change it."
        ),
    )
    _file(command)
    command.add_argument("--subject", metavar=_("NAME"), help=_("only for this subject"))
    _act(command, _("only what matters for one act; default: all"))
    _as_of(command)
    _format(command, "text", "json")
    _all(command, _("also questions that are answered with dont_know"))


def _questions(add: Add) -> None:
    command = add("questions", _("Print all questions. With --format yaml: a form to fill in."))
    _act(command, _("only what one act needs; default: all"))
    _as_of(command)
    _format(command, "text", "json", "yaml", "markdown", "dot")


def _compute(add: Add) -> None:
    command = add(
        "compute",
        _(
            "Estimate how many floating-point operations (FLOP) the training of a model takes, from"
            " parameters and tokens, or from accelerators, hours and peak performance."
        ),
    )
    for name, text in _compute_numbers():
        command.add_argument(f"--{name}", metavar=_("NUMBER"), type=_number, help=text)
    command.add_argument(
        "--utilisation",
        nargs=3,
        type=_number,
        metavar=(_("LOW"), _("LIKELY"), _("HIGH")),
        help=_("parts of the peak that are reached, between 0 and 1"),
    )
    command.add_argument(
        "--part",
        metavar=_("PART"),
        type=_part,
        help=_("with --original: a part of it to compare with, like 1/3"),
    )
    _as_of(command)
    _format(command, "text", "json")


def _compute_numbers() -> tuple[tuple[str, str], ...]:
    return (
        ("parameters", _("all parameters of the model, like 7e9")),
        ("active", _("parameters that work on one token, in a mixture of experts")),
        ("tokens", _("tokens of the training, each epoch counted")),
        ("accelerators", _("number of accelerators")),
        ("hours", _("hours of use of each")),
        ("peak", _("peak performance of one in FLOP a second, like 989e12")),
        ("original", _("for a changed model: FLOP of the original, to compare with")),
    )


def _report(add: Add) -> None:
    command = add(
        "report",
        _(
            "Write the readiness report as a PDF. A name that ends with .docx gives a text document"
            " to edit."
        ),
    )
    _file(command)
    _output(command, required=True, kind=_report_file)
    _as_of(command)
    command.add_argument(
        "--language", choices=("en",), default="en", help=_("language of the report; default: en")
    )
    key = command.add_mutually_exclusive_group()
    key.add_argument(
        "--sign",
        metavar=_("FILE"),
        type=Path,
        help=_(
            "sign with the key in this PKCS#12 file; its passphrase is asked for, or taken from"
            " the environment variable ACTREADY_PASSPHRASE"
        ),
    )
    key.add_argument(
        "--sign-self",
        action="store_true",
        help=_("sign with a key made for this report: shows changes, not who signed"),
    )


def _plan(add: Add) -> None:
    command = add(
        "plan",
        _(
            "Write the plan of work. The end of the name tells the format: .ics is a calendar with"
            " all deadlines, .xlsx a workbook, .csv a table of the duties."
        ),
    )
    _file(command)
    _output(command, required=True, kind=_plan_file)
    _as_of(command)


def _export(add: Add) -> None:
    command = add(
        "export",
        _(
            "Print the answers: as an answers file (yaml), or in the form that is attached to"
            " a report (json). With --format oscal, write results and gaps to a new folder (-o) in"
            " the form that NIST has laid down for security assessments."
        ),
    )
    _file(command)
    _output(command, required=False)
    _as_of(command)
    _format(command, "yaml", "json", "oscal")


def _verify(add: Add) -> None:
    command = add(
        "verify",
        _(
            "Check a report: its data, whether each page follows from them, the record they come"
            " from, and the signature. Or check whether the record in an assessment file is"
            " intact from its first entry to its last."
        ),
    )
    command.add_argument(
        "file", metavar=_("FILE"), type=Path, help=_("a report, or an .actready file")
    )
    command.add_argument(
        "--record",
        metavar=_("FILE"),
        type=Path,
        help=_("for a report: the .actready file that it was made from, to be compared"),
    )
    command.add_argument(
        "--quick",
        action="store_true",
        help=_("for a report: do not draw it again, which leaves the pages unchecked"),
    )
    _format(command, "text", "json")


def _seal(add: Add) -> None:
    command = add(
        "seal",
        _(
            "Write a confidential copy of a file, opened with a passphrase. The passphrase is asked"
            " for, or taken from the environment variable ACTREADY_PASSPHRASE. There is no way back"
            " without it."
        ),
    )
    command.add_argument("file", metavar=_("FILE"), type=Path, help=_("the file to copy"))
    _output(command, required=True)


def _unseal(add: Add) -> None:
    command = add("unseal", _("Write the file that is in a confidential copy."))
    command.add_argument(
        "file", metavar=_("FILE"), type=Path, help=_("a copy that “actready seal” made")
    )
    _output(command, required=True)


def _check(add: Add) -> None:
    command = add(
        "check",
        _("Prove that the questionnaires are complete and consistent, and run the worked cases."),
    )
    command.add_argument(
        "--questionnaires",
        metavar=_("FOLDER"),
        type=Path,
        help=_("default: those of this installation"),
    )


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file",
        metavar=_("FILE"),
        type=Path,
        help=_("an .actready file, an answers file or a report"),
    )


def _report_file(text: str) -> Path:
    if text.lower().endswith(".json"):
        raise argparse.ArgumentTypeError(
            _("The report is no JSON file. For programs: actready evaluate FILE --format json")
        )
    return Path(text)


def _plan_file(text: str) -> Path:
    from actready.exports.saving import check_plan_name

    try:
        check_plan_name(Path(text))
    except AppError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return Path(text)


def _output(
    command: argparse.ArgumentParser, *, required: bool, kind: Callable[[str], Path] = Path
) -> None:
    command.add_argument(
        "-o",
        "--output",
        metavar=_("FILE"),
        type=kind,
        required=required,
        help=_("where to write it; a file of this name is replaced when the new one is complete"),
    )


def _as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of",
        metavar=_("DATE"),
        type=_day,
        help=_("judge by the law of this day, like 2027-12-11; default: the file's date or today"),
    )


def _act(command: argparse.ArgumentParser, meaning: str) -> None:
    command.add_argument("--act", choices=("cra", "ai_act"), help=meaning)


def _format(command: argparse.ArgumentParser, *formats: str) -> None:
    command.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        help=_("default: {format}").format(format=formats[0]),
    )


def _all(command: argparse.ArgumentParser, meaning: str) -> None:
    command.add_argument("--all", action="store_true", dest="everything", help=meaning)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text} is no date. Write it like 2027-12-11.").format(text=ascii(text)[:40])
        ) from None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text} is no number. Write it like 7e9.").format(text=ascii(text)[:40])
        ) from None


def _part(text: str) -> float:
    try:
        part = float(Fraction(text))
    except (ValueError, ZeroDivisionError, OverflowError):
        part = 0.0
    if not 0 < part <= 1:
        raise argparse.ArgumentTypeError(
            _("{text} is no part. Write it like 1/3.").format(text=ascii(text)[:40])
        )
    return part
