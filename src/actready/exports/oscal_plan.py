# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of work as an OSCAL plan of action and milestones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from actready.exports import oscal_models as model
from actready.exports.identity import Identity
from actready.exports.oscal_texts import described, properties, text, title
from actready.i18n import gettext as _
from actready.report.context import (
    Duty,
    SubjectReport,
)
from actready.report.planned import Plan


@dataclass(frozen=True, slots=True)
class Gap:
    """A duty of a subject that is not met, or not known to be."""

    subject: SubjectReport
    act: str
    duty: Duty

    @property
    def name(self) -> str:
        """The title of the duty with its subject."""
        return title(f"{self.duty.title}: {self.subject.name}")


def plan_of_action(gaps: Sequence[Gap], metadata: model.Metadata, identity: Identity) -> model.Poam:
    """Return the plan: a risk and an item for each gap."""
    return model.Poam(
        uuid=identity.uuid("oscal", "poam", metadata.last_modified, metadata.version),
        metadata=metadata,
        system_id=model.SystemId(id=identity.uuid("oscal", "system")),
        risks=tuple(_risk(one, identity) for one in gaps),
        poam_items=tuple(_item(one, identity) for one in gaps),
    )


def _uuid(identity: Identity, kind: str, gap: Gap) -> str:
    return identity.uuid("oscal", kind, gap.subject.id, gap.act, gap.duty.id)


def _risk(gap: Gap, identity: Identity) -> model.Risk:
    duty = gap.duty
    unknown = duty.status == "unknown"
    gap_words = _("This duty is not met in full.")
    statement = _("Whether this duty is met is not known.") if unknown else gap_words
    planned = _response(gap, identity)
    return model.Risk(
        uuid=_uuid(identity, "risk", gap),
        title=gap.name,
        description=described(duty),
        statement=statement,
        props=properties(status=duty.status, applies_from=duty.moment.iso, fine=duty.fine),
        status="investigating" if unknown else "open",
        deadline=_moment(duty.plan.due or duty.moment.iso),
        remediations=(planned,) if planned else None,
    )


def _moment(iso: str) -> str:
    return f"{iso}T00:00:00+00:00"


def _response(gap: Gap, identity: Identity) -> model.Response | None:
    """Return what is planned, or what the questionnaire advises; None where there is neither."""
    duty = gap.duty
    plan = duty.plan
    if not (plan.line or plan.done or plan.note or duty.next_step):
        return None
    return model.Response(
        uuid=_uuid(identity, "response", gap),
        lifecycle=_lifecycle(plan),
        title=gap.name,
        description=text("\n".join(filter(None, (duty.next_step, plan.note, plan.done)))),
        props=properties(owner=plan.owner, effort_hours=plan.effort, done_on=plan.done_on),
        tasks=_tasks(gap, plan, identity),
    )


def _lifecycle(plan: Plan) -> Literal["recommendation", "planned", "completed"]:
    """Return how far a response is; without a plan it is what the questionnaire advises."""
    if plan.is_done:
        return "completed"
    return "planned" if plan.line or plan.note else "recommendation"


def _tasks(gap: Gap, plan: Plan, identity: Identity) -> tuple[model.Task, ...] | None:
    if not plan.due:
        return None
    return (
        model.Task(
            uuid=_uuid(identity, "task", gap),
            type="milestone",
            title=gap.name,
            timing=model.Timing(on_date=model.OnDate(date=_moment(plan.due))),
        ),
    )


def _item(gap: Gap, identity: Identity) -> model.PoamItem:
    return model.PoamItem(
        uuid=_uuid(identity, "item", gap),
        title=gap.name,
        description=text(gap.duty.next_step or gap.duty.text),
        props=properties(subject=gap.subject.name, act=gap.act, owner=gap.duty.plan.owner),
        related_risks=(model.RelatedRisk(risk_uuid=_uuid(identity, "risk", gap)),),
    )
