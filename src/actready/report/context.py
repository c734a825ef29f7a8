# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""ReportContext: everything that a template of the report may see, frozen, texts filled in."""

from __future__ import annotations

from dataclasses import dataclass, field

from actready.report.context_acts import Ban, OpenGroup, OpenSourceLine
from actready.report.context_timeline import Timeline
from actready.report.fines import FineBox
from actready.report.planned import OtherPlan, Plan

ESTABLISHED = "established"
EXCLUDED = "excluded"
PROHIBITED = "prohibited"
UNDETERMINED = "undetermined"
UNKNOWN = "unknown"
UNASKED = "unasked"
IN_FORCE = "in_force"
WITHIN_12_MONTHS = "within_12_months"
LATER = "later"
MAY_APPLY = "may_apply"


@dataclass(frozen=True, slots=True)
class Record:
    """The record of the file that the report was made from.

    ``head`` is the digest of its last entry, ``last_at`` when that was written (UTC, ISO),
    ``intact`` whether the chain of digests holds, and ``origin`` the digest of its first entry,
    which tells this assessment from every other.
    """

    entries: int
    head: str
    last_at: str
    intact: bool
    origin: str = ""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square of ``side`` modules with its quiet zone, and the dark ones as a path of an SVG."""

    side: int
    path: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """The data that travels inside the PDF, and how to recognise it. ``code`` says the digest."""

    name: str
    size: int
    sha256: str
    code: QrCode


@dataclass(frozen=True, slots=True)
class Moment:
    """When something begins: its sign, the date as a text and as ISO, and how near that is."""

    sign: str
    day: str
    iso: str
    words: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A question and how it stands. ``state`` is empty, unknown (I don't know) or unasked."""

    question: str
    answer: str
    state: str
    note: str
    provisions: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class AnswerSection:
    """The questions of one theme, in asking order.

    ``unanswered`` counts questions without an answer that have no lines.
    """

    title: str
    lines: tuple[AnswerLine, ...]
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class ReasonStep:
    """One step of a chain: the answers it rests on and what follows from them."""

    answers: tuple[AnswerLine, ...]
    texts: tuple[str, ...]
    provisions: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Result:
    """A finding that is established or undetermined, with the reasons that carry it.

    ``when`` says since when or from when anything follows from it, if that is laid down.
    ``continues`` tells that it also rests on steps of the findings before it, not repeated.
    """

    sign: str
    group: str
    title: str
    sentence: str
    follows: str
    provisions: tuple[str, ...]
    note: str
    steps: tuple[ReasonStep, ...]
    deciders: tuple[str, ...]
    when: str = ""
    continues: bool = False


@dataclass(frozen=True, slots=True)
class RuledOut:
    """Roles that the answers exclude for one reason, and that reason."""

    title: str
    why: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Other answers to one question, each alone, and the roles that each would lead to."""

    answers: tuple[str, ...]
    then: str


@dataclass(frozen=True, slots=True)
class OtherAnswers:
    """A question of which single other answers would change the roles."""

    question: str
    now: str
    outcomes: tuple[Outcome, ...]
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty that applies or may apply, with what an auditor would ask for.

    ``status`` is how far it is met; ``nature`` is empty, or says in words that it is no duty.
    ``fine`` is the highest fine in a few words, ``relief`` why it is lifted or may be. ``plan`` is
    what is planned for it, ``questions`` the ids of those that tell how far it is met.
    ``act`` is its short name, empty where there is one act only; ``formal`` says both dates where
    the formal one is earlier; ``serves`` names duties of another act that the same answer serves.
    """

    id: str
    title: str
    text: str
    evidence: tuple[str, ...]
    provisions: tuple[str, ...]
    fine: str
    relief: str
    certain: bool
    moment: Moment
    status: str
    nature: str
    next_step: str
    plan: Plan = field(default_factory=Plan)
    act: str = ""
    formal: str = ""
    serves: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """The duties that begin at about the same time; ``summary`` says how many."""

    sign: str
    title: str
    summary: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """How many of the duties of one theme that apply have each status, in its fixed order."""

    title: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A question that can still decide something, what it decides and how to find out."""

    id: str
    question: str
    state: str
    find_out: str
    decides: tuple[str, ...]
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActResult:
    """What one act makes of one subject.

    ``roles`` are established; ``undecided`` still possible. ``state`` is one line for the cover.
    ``changes`` settle on other roles; ``more_changes`` tells whether others leave the roles open.
    ``options`` are listed with the duties but are none: options and notes.
    ``fines`` tells how high fines can be, where a ceiling or a relief is met.
    ``tiers`` are all that hold at once, ``tier_line`` the same in one line, a ``ban`` comes before
    everything. ``open_groups`` stand for findings too many to list while all is open.
    ``id`` is that of the act.
    """

    act: str
    headline: str
    sign: str
    state: str
    roles: tuple[Result, ...]
    undecided: tuple[Result, ...]
    further: tuple[Result, ...]
    ruled_out: tuple[RuledOut, ...]
    changes: tuple[OtherAnswers, ...]
    more_changes: bool
    duty_groups: tuple[DutyGroup, ...]
    options: tuple[Duty, ...]
    themes: tuple[ThemeLine, ...]
    duty_count: int
    possible_count: int
    first_duty: Moment | None
    fines: FineBox | None
    open_points: tuple[OpenPoint, ...]
    short: str = ""
    tier_line: str = ""
    ban: Ban | None = None
    tiers: tuple[Result, ...] = ()
    open_source: tuple[OpenSourceLine, ...] = ()
    open_groups: tuple[OpenGroup, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class SubjectReport:
    """One subject with its results under each act and its answers.

    ``work`` are the duties that are not met, in the order in which to do them; ``other_plans``
    what is planned beyond the duties that apply or may apply. ``register`` lists the duties of all
    acts; ``unlisted`` says which are left out while too much is open.
    """

    anchor: str
    name: str
    short_name: str
    description: str
    results: tuple[ActResult, ...]
    answers: tuple[AnswerSection, ...]
    kept: int
    work: tuple[Duty, ...] = ()
    other_plans: tuple[OtherPlan, ...] = ()
    register: tuple[DutyGroup, ...] = ()
    options: tuple[Duty, ...] = ()
    unlisted: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationReport:
    """What was answered for the organisation itself, and what follows for it alone."""

    findings: tuple[Result, ...]
    answers: tuple[AnswerSection, ...]
    kept: int
    open_points: tuple[OpenPoint, ...]


@dataclass(frozen=True, slots=True)
class EditionLine:
    """The law that an act's results rest on."""

    title: str
    number: str
    eli: str
    edition: str
    holds_from: str
    until: str


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A point on which the law is open, and the subjects whose result rests on it."""

    text: str
    subjects: tuple[str, ...]
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """One of the few things to do next. ``plans`` says who does it and by when."""

    id: str
    title: str
    text: str
    provisions: tuple[str, ...]
    state: str
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LawDate:
    """A date on which duties begin to apply, for the time line and the table under it.

    ``acts`` names those that they come from, where there are several.
    """

    moment: Moment
    duties: str
    subjects: str
    acts: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many duties have one status, and where its piece of a bar stands, from 0 to 1."""

    status: str
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """How far the duties of a subject are met; every status has a share, also an empty one.

    Only duties that apply are counted; ``possible`` says in words how many more may apply.
    """

    name: str
    shares: tuple[Share, ...]
    possible: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of a box: what counts first, then the rest of the sentence."""

    strong: str
    text: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The page for management. ``more_dates`` names days on which something may apply at most."""

    lead: tuple[str, ...]
    in_force: tuple[Statement, ...]
    not_known: tuple[Statement, ...]
    timeline: Timeline | None
    dates: tuple[LawDate, ...]
    bars: tuple[Bar, ...]
    steps: tuple[NextStep, ...]
    more_dates: str = ""


@dataclass(frozen=True, slots=True)
class ReportContext:
    """The whole report.

    ``issued`` is the date that the PDF carries (ISO, from the record), ``day`` the date whose law
    counts (ISO); ``as_of`` writes that out.
    """

    language: str
    version: str
    organisation: str
    short_organisation: str
    as_of: str
    issued: str
    last_changed: str
    editions: tuple[EditionLine, ...]
    not_covered: tuple[str, ...]
    summary: Summary
    subjects: tuple[SubjectReport, ...]
    about_organisation: OrganisationReport
    unsettled: tuple[Unsettled, ...]
    record: Record | None
    attachment: Attachment | None = None
    day: str = ""
