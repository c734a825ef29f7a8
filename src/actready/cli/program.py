# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs one command: reads what was asked for, and hands over to the module that does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from actready.catalogue import open_catalogue
from actready.cli import RENDER
from actready.cli.arguments import parser
from actready.cli.console import Console
from actready.cli.source import Source, read_source
from actready.domain.terms import Act
from actready.i18n import gettext as _

if TYPE_CHECKING:
    from actready.report.job import Signing

Options = argparse.Namespace


def run(arguments: Sequence[str], console: Console) -> int:
    """Run a command and return its exit status. Raises AppError for what a user can mend."""
    if [*arguments] == [RENDER]:
        from actready.report.child import main as render

        return render(answers=console.out)
    with redirect_stdout(console.out), redirect_stderr(console.err):
        top = parser()
        try:
            options = top.parse_args(arguments)
        except SystemExit as ended:
            return int(ended.code or 0)
        if options.command is None and not options.self_test:
            top.print_help(console.err)
            return 2
    return _self_test(console) if options.self_test else _ACTIONS[options.command](options, console)


def _self_test(console: Console) -> int:
    from actready.cli.self_test import self_test

    return self_test(console)


def _source(options: Options, console: Console) -> Source:
    return read_source(options.file, open_catalogue(), options.as_of, console.today)


def _evaluate(options: Options, console: Console) -> int:
    from actready.cli.evaluate import evaluate

    source = _source(options, console)
    return evaluate(source, console, options.format, everything=options.everything)


def _compare(options: Options, console: Console) -> int:
    from actready.cli.compare import print_comparison

    source = _source(options, console)
    earlier = open_catalogue().questionnaire(options.first)
    return print_comparison(source, earlier, options.first, console, options.format)


def _next(options: Options, console: Console) -> int:
    from actready.cli.next_questions import print_next

    return print_next(
        _source(options, console),
        console,
        options.format,
        subject=options.subject,
        everything=options.everything,
        act=_act(options),
    )


def _questions(options: Options, console: Console) -> int:
    from actready.cli.form import print_questions

    questionnaire = open_catalogue().questionnaire(options.as_of or console.today)
    return print_questions(questionnaire, console, options.format, _act(options))


def _act(options: Options) -> Act | None:
    return Act(options.act) if options.act else None


def _compute(options: Options, console: Console) -> int:
    from actready.cli.compute import compute

    questionnaire = open_catalogue().questionnaire(options.as_of or console.today)
    return compute(options, questionnaire, console)


def _report(options: Options, console: Console) -> int:
    from actready.cli.report import write_report

    return write_report(
        _source(options, console), console, options.output, options.language, _signing(options)
    )


def _signing(options: Options) -> Signing | None:
    """Return with which key to sign; its passphrase is never part of the command."""
    if not (options.sign or options.sign_self):
        return None
    from actready.cli.passphrase import passphrase
    from actready.report.job import Signing

    if options.sign_self:
        return Signing()
    secret = passphrase(_("Passphrase of {name}: ").format(name=options.sign.name))
    return Signing(file=options.sign.absolute(), passphrase=SecretStr(secret))


def _export(options: Options, console: Console) -> int:
    from actready.storage.interchange import write_answers

    source = _source(options, console)
    if options.format == "oscal":
        return _oscal(source, options, console)
    if options.format == "json":
        text = source.canonical.decode("utf-8")
    else:
        text = write_answers(source.assessment, source.as_of)
    console.deliver(text, options.output)
    return 0


def _oscal(source: Source, options: Options, console: Console) -> int:
    from actready.cli.plan import write_oscal

    if options.output is None:
        console.say(_("Name a new folder for the OSCAL documents, like -o oscal."))
        return 2
    return write_oscal(source, console, options.output)


def _plan(options: Options, console: Console) -> int:
    from actready.cli.plan import write_plan

    return write_plan(_source(options, console), console, options.output)


def _verify(options: Options, console: Console) -> int:
    from actready.cli.verify import verify

    return verify(options, console)


def _seal(options: Options, console: Console) -> int:
    from actready.cli.sealing import seal_file

    return seal_file(options.file, options.output, console)


def _unseal(options: Options, console: Console) -> int:
    from actready.cli.sealing import unseal_file

    return unseal_file(options.file, options.output, console)


def _check(options: Options, console: Console) -> int:
    from actready.cli.check import check

    return check(options.questionnaires, console)


_ACTIONS: Final[dict[str, Callable[[Options, Console], int]]] = {
    "evaluate": _evaluate,
    "compare": _compare,
    "next": _next,
    "questions": _questions,
    "compute": _compute,
    "report": _report,
    "plan": _plan,
    "export": _export,
    "verify": _verify,
    "seal": _seal,
    "unseal": _unseal,
    "check": _check,
}
