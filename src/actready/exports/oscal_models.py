# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of OSCAL that are written: frozen, named as in the JSON format of NIST.

Only what is needed of assessment results and of the plan of action and milestones (POA&M). Fields
without a default are those that the format requires.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

OSCAL_VERSION: Final = "1.1.3"

Token = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_.\-]*$")]
Line = Annotated[str, Field(pattern=r"^[^\n]+$")]
Value = Annotated[str, Field(pattern=r"^\S(.*\S)?$")]
Text = Annotated[str, Field(min_length=1)]
Uuid = Annotated[
    str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]


def _hyphenated(name: str) -> str:
    return name.replace("_", "-")


class Part(BaseModel):
    """Common ground: frozen, nothing unknown, names with hyphens."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=_hyphenated, populate_by_name=True
    )


class Property(Part):
    """A value that OSCAL has no field for; ``ns`` says whose name it is."""

    name: Token
    ns: Value
    value: Value


class Link(Part):
    """Where to read more."""

    href: Value
    rel: Token | None = None
    text: Line | None = None


class Metadata(Part):
    """About the document itself."""

    title: Line
    last_modified: Moment
    version: Value
    oscal_version: Value = OSCAL_VERSION
    remarks: Text | None = None


class Resource(Part):
    """What a reference inside the document leads to."""

    uuid: Uuid
    title: Line
    description: Text


class BackMatter(Part):
    """The resources."""

    resources: tuple[Resource, ...]


class ImportAp(Part):
    """The assessment plan that was followed."""

    href: Value
    remarks: Text | None = None


class SelectControl(Part):
    """A provision."""

    control_id: Token


class SelectObjective(Part):
    """A duty."""

    objective_id: Token


class ControlSelection(Part):
    """The provisions that were looked at."""

    description: Text | None = None
    include_controls: Annotated[tuple[SelectControl, ...], Field(min_length=1)]


class AllControls(Part):
    """All provisions, where none follows from the answers."""

    description: Text | None = None
    include_all: dict[str, str] = Field(default_factory=dict)


class ObjectiveSelection(Part):
    """The duties that were looked at."""

    include_objectives: Annotated[tuple[SelectObjective, ...], Field(min_length=1)]


class ReviewedControls(Part):
    """What was looked at."""

    control_selections: Annotated[tuple[ControlSelection | AllControls, ...], Field(min_length=1)]
    control_objective_selections: tuple[ObjectiveSelection, ...] | None = None


class Observation(Part):
    """An answer. ``collected`` is the time of the last entry of the record."""

    uuid: Uuid
    title: Line
    description: Text
    props: tuple[Property, ...] | None = None
    methods: tuple[Literal["INTERVIEW"], ...] = ("INTERVIEW",)
    collected: Moment
    remarks: Text | None = None


class ObjectiveStatus(Part):
    """Whether an objective is met. Nothing else can be said here, so unknown has no finding."""

    state: Literal["satisfied", "not-satisfied"]
    reason: Literal["pass", "fail"]
    remarks: Text | None = None


class FindingTarget(Part):
    """The duty that a finding is about."""

    type: Literal["objective-id"] = "objective-id"
    target_id: Token
    status: ObjectiveStatus


class RelatedObservation(Part):
    """An answer that something rests on."""

    observation_uuid: Uuid


class Finding(Part):
    """How far a duty is met, where that is known."""

    uuid: Uuid
    title: Line
    description: Text
    props: tuple[Property, ...] | None = None
    target: FindingTarget
    related_observations: tuple[RelatedObservation, ...] | None = None


class Result(Part):
    """One subject under one act."""

    uuid: Uuid
    title: Line
    description: Text
    start: Moment
    props: tuple[Property, ...] | None = None
    links: tuple[Link, ...] | None = None
    reviewed_controls: ReviewedControls
    observations: tuple[Observation, ...] | None = None
    findings: tuple[Finding, ...] | None = None
    remarks: Text | None = None


class AssessmentResults(Part):
    """What was found."""

    uuid: Uuid
    metadata: Metadata
    import_ap: ImportAp
    results: Annotated[tuple[Result, ...], Field(min_length=1)]
    back_matter: BackMatter


class OnDate(Part):
    """A day."""

    date: Moment


class Timing(Part):
    """When something is due."""

    on_date: OnDate


class Task(Part):
    """A step to take."""

    uuid: Uuid
    type: Literal["action", "milestone"]
    title: Line
    description: Text | None = None
    timing: Timing | None = None


class Response(Part):
    """What is planned."""

    uuid: Uuid
    lifecycle: Literal["recommendation", "planned", "completed"]
    title: Line
    description: Text
    props: tuple[Property, ...] | None = None
    tasks: tuple[Task, ...] | None = None


class Risk(Part):
    """A duty that is not met, or not known to be."""

    uuid: Uuid
    title: Line
    description: Text
    statement: Text
    props: tuple[Property, ...] | None = None
    status: Literal["open", "investigating"]
    deadline: Moment | None = None
    remediations: tuple[Response, ...] | None = None


class RelatedRisk(Part):
    """The risk that an item of the plan is about."""

    risk_uuid: Uuid


class PoamItem(Part):
    """A line of the plan."""

    uuid: Uuid
    title: Line
    description: Text
    props: tuple[Property, ...] | None = None
    related_observations: tuple[RelatedObservation, ...] | None = None
    related_risks: Annotated[tuple[RelatedRisk, ...], Field(min_length=1)]


class SystemId(Part):
    """What the plan is for."""

    identifier_type: Literal["http://ietf.org/rfc/rfc4122"] = "http://ietf.org/rfc/rfc4122"
    id: Uuid


class Poam(Part):
    """The plan of action and milestones."""

    uuid: Uuid
    metadata: Metadata
    system_id: SystemId
    observations: tuple[Observation, ...] | None = None
    risks: tuple[Risk, ...] | None = None
    poam_items: Annotated[tuple[PoamItem, ...], Field(min_length=1)]
