# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""An assessment as OSCAL (NIST): assessment results, and a plan of action and milestones.

A provision becomes a control, a duty an objective, an answer an observation, and a duty whose
status is known a finding. OSCAL knows only satisfied and not satisfied: a duty of unknown status
gets no finding, but an item in the plan whose risk is being investigated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Final

from actready.errors import AppError
from actready.exports import oscal_models as model
from actready.exports.identity import Identity
from actready.exports.oscal_plan import Gap, plan_of_action
from actready.exports.oscal_texts import described, properties, text, title
from actready.exports.words import moment_of
from actready.i18n import gettext as _
from actready.report.context import (
    UNASKED,
    ActResult,
    AnswerLine,
    Duty,
    ReportContext,
    SubjectReport,
)

RESULTS: Final = "assessment-results.json"
PLAN: Final = "plan-of-action-and-milestones.json"
_STATES: Final = {"met": "satisfied", "partly": "not-satisfied", "open": "not-satisfied"}
_GAPS: Final = ("open", "partly", "unknown")


def oscal_documents(context: ReportContext) -> Mapping[str, bytes]:
    """Return file names and contents; without a gap there is no plan.

    Raises AppError where there is no subject to say anything about.
    """
    if not any(subject.results for subject in context.subjects):
        raise AppError(
            _("No product or project has been added to this assessment."),
            _("Add one, then export again."),
        )
    teller = _Teller(context, Identity.of(context))
    found = {RESULTS: _json("assessment-results", teller.results())}
    gaps = list(teller.gaps())
    if gaps:
        plan = plan_of_action(gaps, teller.metadata(_("Plan of work")), teller.identity)
        found[PLAN] = _json("plan-of-action-and-milestones", plan)
    return found


def _json(name: str, part: model.Part) -> bytes:
    tree = {name: part.model_dump(mode="json", by_alias=True, exclude_none=True)}
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def control_id(provision: str) -> str:
    """Return a provision as a token: CRA Art. 13(5) becomes cra-art-13-5."""
    token = re.sub(r"[^a-z0-9]+", "-", provision.lower()).strip("-")
    return token if token[:1].isalpha() else f"p-{token}"


@dataclass(frozen=True, slots=True)
class _Teller:
    context: ReportContext
    identity: Identity

    @property
    def moment(self) -> str:
        return moment_of(self.context.issued).astimezone(UTC).isoformat(timespec="seconds")

    def metadata(self, kind: str) -> model.Metadata:
        record = self.context.record
        return model.Metadata(
            title=title(f"{kind}: {self.context.organisation}"),
            last_modified=self.moment,
            version=f"{self.context.day}.{record.entries}" if record else self.context.day,
            remarks=_(
                "Made with ActReady {version}, a self-assessment by the law of {day}."
            ).format(version=self.context.version, day=self.context.as_of),
        )

    def results(self) -> model.AssessmentResults:
        plan = self.identity.uuid("oscal", "plan")
        method = _("The questionnaire that ActReady ships. There is no other assessment plan.")
        resource = model.Resource(uuid=plan, title=_("Questionnaire"), description=method)
        return model.AssessmentResults(
            uuid=self.identity.uuid("oscal", "results", self.moment, self.context.day),
            metadata=self.metadata(_("Readiness")),
            import_ap=model.ImportAp(href=f"#{plan}", remarks=method),
            results=tuple(self._all_results()),
            back_matter=model.BackMatter(resources=(resource,)),
        )

    def _all_results(self) -> Iterator[model.Result]:
        for subject in self.context.subjects:
            for result in subject.results:
                yield self._result(subject, result)

    def _result(self, subject: SubjectReport, result: ActResult) -> model.Result:
        duties = _duties(result)
        findings = tuple(self._finding(subject, result, one) for one in duties if _is_known(one))
        return model.Result(
            uuid=self.identity.uuid("oscal", "result", subject.id, result.id),
            title=title(f"{subject.name}: {result.act}"),
            description=text(f"{result.headline}. {result.state}"),
            start=self.moment,
            props=properties(act=result.id, subject=subject.name, role=result.headline),
            links=self._links(result),
            reviewed_controls=_reviewed(duties),
            observations=tuple(self._observations(subject)) or None,
            findings=findings or None,
        )

    def _links(self, result: ActResult) -> tuple[model.Link, ...] | None:
        own = [one for one in self.context.editions if one.title == result.act and one.eli]
        return (
            tuple(model.Link(href=one.eli, rel="reference", text=title(one.number)) for one in own)
            or None
        )

    def _observations(self, subject: SubjectReport) -> Iterator[model.Observation]:
        sections = (*self.context.about_organisation.answers, *subject.answers)
        for line in (line for section in sections for line in section.lines):
            if line.state == UNASKED:
                continue
            yield model.Observation(
                uuid=self._observation_id(subject, line.id),
                title=title(line.question),
                description=text(line.answer),
                props=_answer_props(line),
                collected=self.moment,
                remarks=text(line.note) if line.note else None,
            )

    def _observation_id(self, subject: SubjectReport, question: str) -> str:
        return self.identity.uuid("oscal", "answer", subject.id, question)

    def _finding(self, subject: SubjectReport, result: ActResult, duty: Duty) -> model.Finding:
        return model.Finding(
            uuid=self.identity.uuid("oscal", "finding", subject.id, result.id, duty.id),
            title=title(duty.title),
            description=described(duty),
            props=properties(status=duty.status, applies_from=duty.moment.iso),
            target=model.FindingTarget(
                target_id=duty.id,
                status=model.ObjectiveStatus.model_validate(
                    {
                        "state": _STATES[duty.status],
                        "reason": "pass" if duty.status == "met" else "fail",
                    }
                ),
            ),
            related_observations=self._rests_on(subject, duty),
        )

    def _rests_on(
        self, subject: SubjectReport, duty: Duty
    ) -> tuple[model.RelatedObservation, ...] | None:
        lines = (line for section in subject.answers for line in section.lines)
        told = {line.id for line in lines if line.state != UNASKED}
        return (
            tuple(
                model.RelatedObservation(observation_uuid=self._observation_id(subject, one))
                for one in duty.questions
                if one in told
            )
            or None
        )

    def gaps(self) -> Iterator[Gap]:
        """Yield the duties that apply and are not met, or not known to be."""
        for subject in self.context.subjects:
            for result in subject.results:
                for duty in _duties(result):
                    if duty.certain and duty.status in _GAPS:
                        yield Gap(subject, result.id, duty)


def _duties(result: ActResult) -> list[Duty]:
    return [duty for group in result.duty_groups for duty in group.duties]


def _is_known(duty: Duty) -> bool:
    return duty.certain and duty.status in _STATES


def _answer_props(line: AnswerLine) -> tuple[model.Property, ...] | None:
    provisions = ", ".join(line.provisions)
    return properties(question=line.id, state=line.state or "answered", provisions=provisions)


def _reviewed(duties: Iterable[Duty]) -> model.ReviewedControls:
    """Return what was looked at: the duties that apply, and their provisions."""
    found = [duty for duty in duties if duty.certain]
    controls = dict.fromkeys(control_id(one) for duty in found for one in duty.provisions)
    if not controls:
        nothing = _("No duty is established by the answers.")
        return model.ReviewedControls(control_selections=(model.AllControls(description=nothing),))
    chosen = tuple(model.SelectControl(control_id=one) for one in controls)
    objectives = tuple(model.SelectObjective(objective_id=duty.id) for duty in found)
    return model.ReviewedControls(
        control_selections=(model.ControlSelection(include_controls=chosen),),
        control_objective_selections=(model.ObjectiveSelection(include_objectives=objectives),),
    )
