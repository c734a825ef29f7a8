# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be proved about the questionnaires, and the text in which the check reports it.

The proofs keep the numbers of docs/architecture.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from actready.catalogue.crosscheck import prove_monotone
from actready.catalogue.editions import EditionContent, periods
from actready.catalogue.loaded import LoadedEdition
from actready.catalogue.loader import load_root
from actready.catalogue.locks import lock_faults
from actready.catalogue.proof import Material, Proof, material
from actready.catalogue.proof_of_fines import prove_fines
from actready.catalogue.proof_of_register import prove_register
from actready.catalogue.proofs_of_cases import case_outcomes, prove_cases
from actready.catalogue.proofs_of_results import prove_complete, prove_exclusive, prove_short
from actready.catalogue.proofs_of_rules import prove_effect, prove_order, prove_references
from actready.catalogue.provisions import Coverage, coverage
from actready.errors import Fault, FaultyInput
from actready.i18n import gettext as _
from actready.i18n import ngettext


@dataclass(frozen=True, slots=True)
class PeriodProofs:
    """The proofs about the editions that hold together in one period."""

    label: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class EditionDigest:
    """An edition, its digest, and how much of its index of provisions is cited."""

    name: str
    digest: str
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class ProofReport:
    """The result of a check. ``faults`` prevented the proofs, or concern published editions."""

    periods: tuple[PeriodProofs, ...]
    editions: tuple[EditionDigest, ...]
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether every proof holds."""
        return not self.problems

    @property
    def problems(self) -> tuple[Fault, ...]:
        """Everything that stands against the proofs."""
        proofs = (proof for period in self.periods for proof in period.proofs)
        return (*self.faults, *(fault for proof in proofs for fault in proof.problems))


def prove(root: Path) -> ProofReport:
    """Prove what can be proved about the questionnaires under ``root``.

    Faults of the files are part of the report; nothing is raised for them.
    """
    try:
        editions = load_root(root)
    except FaultyInput as error:
        return ProofReport((), (), error.faults)
    proved = tuple(
        PeriodProofs(period.label, _proofs(material(period, editions)))
        for period in periods(one.edition for one in editions)
    )
    digests = tuple(_edition(one, editions) for one in editions)
    return ProofReport(proved, digests, tuple(lock_faults(root, editions)))


def _proofs(subject: Material) -> tuple[Proof, ...]:
    found = case_outcomes(subject)
    return (
        prove_references(subject),
        prove_order(subject),
        prove_effect(subject),
        prove_complete(subject),
        prove_exclusive(subject),
        prove_monotone(subject),
        *prove_register(subject),
        prove_cases(subject, found),
        prove_short(subject, found),
        *prove_fines(subject),
    )


def _edition(edition: LoadedEdition, others: Iterable[LoadedEdition]) -> EditionDigest:
    """Return an edition with what all editions cite of its provisions."""
    cited = {provision for one in others for provision in _citations(one.content)}
    name = f"{edition.edition.act} {edition.edition.id}"
    return EditionDigest(name, edition.digest, coverage(edition.provisions, cited))


def _citations(content: EditionContent) -> Iterator[str]:
    for question in content.questions:
        yield from question.provisions
    for claim in (*content.facts, *content.findings, *content.obligations):
        yield from claim.provisions
    for provisions in content.penalties.citations() if content.penalties else ():
        yield from provisions


def render(report: ProofReport, *, with_remarks: bool = False) -> str:
    """Return the report as text: proofs, problems, coverage by article, digests.

    Remarks stand against nothing; they are many and are left out unless asked for.
    """
    return "\n".join(_lines(report, with_remarks=with_remarks)) + "\n"


def _lines(report: ProofReport, *, with_remarks: bool) -> Iterator[str]:
    for fault in report.faults:
        yield str(fault)
    for period in report.periods:
        yield _("Editions: {label}").format(label=period.label)
        for proof in period.proofs:
            yield from _proof_lines(proof, with_remarks=with_remarks)
        yield ""
    for edition in report.editions:
        yield from _coverage_lines(edition)
    for edition in report.editions:
        yield f"{edition.name}  sha256 {edition.digest}"
    yield _verdict(report)


def _proof_lines(proof: Proof, *, with_remarks: bool) -> Iterator[str]:
    state = _("ok") if proof.holds else _("problem")
    yield f"{proof.number:>3}  {proof.title}: {proof.counts}: {state}"
    for fault in proof.problems:
        yield f"       {fault}"
    for fault in proof.remarks if with_remarks else ():
        yield f"       ({fault})"


def _coverage_lines(edition: EditionDigest) -> Iterator[str]:
    cited = sum(one.cited for one in edition.coverage)
    listed = sum(one.listed for one in edition.coverage)
    if not listed:
        return
    text = _("{name}: {cited} of {listed} provisions are cited")
    yield text.format(name=edition.name, cited=cited, listed=listed)
    for one in edition.coverage:
        if one.cited:
            yield f"     {one.heading}: {one.cited} / {one.listed}"
    silent = sum(not one.cited for one in edition.coverage)
    if silent:
        text = ngettext(
            "{count} other article, annex or recital is not cited",
            "{count} other articles, annexes and recitals are not cited",
            silent,
        )
        yield f"     {text.format(count=silent)}"
    yield ""


def _verdict(report: ProofReport) -> str:
    count = len(report.problems)
    if not count:
        return _("Everything that was to be proved holds.")
    return ngettext("{count} problem.", "{count} problems.", count).format(count=count)
