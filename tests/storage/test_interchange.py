# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers file: what is read, what is refused and how, and that writing and reading agree."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures import AS_OF, SmallCatalogue, small_questionnaire
from tests.storage.hands import example, fault, faults

from actready.domain.actions import Action
from actready.domain.answers import Value
from actready.domain.assessment import Answers, Assessment, Organisation, Subject
from actready.domain.events import Answered, Noted, SubjectAdded
from actready.domain.questionnaire import Questionnaire
from actready.errors import AppError, FaultyInput
from actready.storage.interchange import canonical_json, read_answers, write_answers

QUESTIONNAIRE = small_questionnaire()

WHOLE = """\
format: 1
as_of: 2026-11-23
organisation:
  name: Company Z
  answers: {org.legal_form: legal_person, org.staff: 34}
subjects:
  - name: Product A
    description: Backup for small offices
    answers:
      supply.price: paid
      supply.form: [service, download]
      supply.maintained: true
      supply.since: 2025-01-31
      supply.remark: "yes"
    notes: {supply.price: "Price list of 3 May", supply.form: null}
  - name: Library B
    answers: {supply.price: dont_know, supply.form: nothing, supply.since: }
"""


def subject_with(line: str) -> str:
    """Return an answers file with one subject, whose answers in line 5 are ``line``."""
    return f"format: 1\nsubjects:\n  - name: A\n    answers:\n      {line}\n"


def test_that_a_whole_file_becomes_events_in_its_order() -> None:
    answers = read_answers(WHOLE.encode(), "answers.yaml", QUESTIONNAIRE)
    assert answers.organisation == "Company Z"
    assert answers.as_of == date(2026, 11, 23)
    assert answers.events == (
        Answered(question="org.legal_form", value="legal_person"),
        Answered(question="org.staff", value=34),
        SubjectAdded(subject="s1", name="Product A", description="Backup for small offices"),
        Answered(subject="s1", question="supply.price", value="paid"),
        Answered(subject="s1", question="supply.form", value=("download", "service")),
        Answered(subject="s1", question="supply.maintained", value=True),
        Answered(subject="s1", question="supply.since", value="2025-01-31"),
        Answered(subject="s1", question="supply.remark", value="yes"),
        Noted(subject="s1", question="supply.price", text="Price list of 3 May"),
        SubjectAdded(subject="s2", name="Library B"),
        Answered(subject="s2", question="supply.price", value="dont_know"),
        Answered(subject="s2", question="supply.form", value=("nothing",)),
    )


def test_that_the_events_amount_to_an_assessment() -> None:
    assessment = read_answers(WHOLE.encode(), "answers.yaml", QUESTIONNAIRE).assessment
    assert assessment.organisation.name == "Company Z"
    assert [subject.name for subject in assessment.subjects] == ["Product A", "Library B"]
    assert assessment.answers_of(None).values == {"org.legal_form": "legal_person", "org.staff": 34}
    assert assessment.answers_of("s1").notes == {"supply.price": "Price list of 3 May"}
    assert "supply.since" not in assessment.answers_of("s2").values


@pytest.mark.parametrize(
    "text", ["format: 1", "format: 1\norganisation:\nsubjects:\n", '{"format": 1, "subjects": []}']
)
def test_that_almost_everything_may_be_left_out(text: str) -> None:
    answers = read_answers(text.encode(), "answers.yaml", QUESTIONNAIRE)
    assert (answers.organisation, answers.events, answers.as_of) == ("", (), None)


@pytest.mark.parametrize("stated", ["2026-11-23", '"2026-11-23"'])
def test_that_the_date_chooses_the_questionnaire(stated: str) -> None:
    asked: list[date | None] = []

    def chosen(as_of: date | None) -> Questionnaire:
        asked.append(as_of)
        return QUESTIONNAIRE

    read_answers(f"format: 1\nas_of: {stated}\n".encode(), "a.yaml", chosen)
    read_answers(b"format: 1\n", "a.yaml", chosen)
    assert asked == [date(2026, 11, 23), None]


def test_that_a_date_without_a_questionnaire_is_told() -> None:
    catalogue = SmallCatalogue()
    with pytest.raises(AppError, match="No questionnaire covers"):
        read_answers(
            b"format: 1\nas_of: 2020-01-01\n",
            "a.yaml",
            lambda stated: catalogue.questionnaire(stated or AS_OF),
        )


@pytest.mark.parametrize(
    ("text", "line", "where", "problem", "hint"),
    [
        ("subjects: []", 1, "", "The format is missing.", "format: 1"),
        ("a: 1\nformat: 1", 1, "", 'no field "a"', "format, as_of, organisation"),
        ("format: 2", 1, "", 'The format "2"', "format: 1"),
        ("as_of: 2026-11-23\nformat: true", 2, "", 'The format "True"', "format: 1"),
        ("format: 1\norganization: {}", 2, "", '"organization"', "Did you mean 'organisation'?"),
        ("format: 1\nas_of: tomorrow", 2, "as_of", '"tomorrow" is no date', "2027-12-11"),
        ("format: 1\nas_of: 20261123", 2, "as_of", '"20261123" is no date', "2027-12-11"),
        ("format: 1\nas_of: '2026-02-30'", 2, "as_of", "is no date", "2027-12-11"),
        ("format: 1\norganisation: Z", 2, "organisation", '"Z" stands where', "name: value"),
        ("format: 1\norganisation: {name: 5}", 2, "organisation", "name is no text", "quotation"),
        ("format: 1\norganisation: {size: 5}", 2, "organisation", '"size"', "name, answers, notes"),
        ("format: 1\nsubjects: {name: A}", 2, "subjects", "This is no list.", "dash"),
        ("format: 1\nsubjects:\n- A", 3, "subject 1", '"A" stands where', "name: value"),
        ("format: 1\nsubjects:\n- answers: {}", 3, "subject 1", "The name is missing", "name"),
        ("format: 1\nsubjects:\n- name: ' '", 3, "subject 1", "The name is missing", "name"),
        ("format: 1\nsubjects:\n- name: A\n  note: {}", 4, "subject 1", '"note"', "'notes'"),
        ("format: 1\neditions: {cra: 5}", 2, "editions", "cra is no text", "quotation"),
        ("format: 1\neditions: {cry: x}", 2, "editions", '"cry"', "Did you mean 'cra'?"),
        ("[1, 2]", 1, "", "stands where names", "name: value"),
    ],
)  # fmt: skip
def test_that_a_fault_of_form_names_its_place_and_a_remedy(
    text: str, line: int, where: str, problem: str, hint: str
) -> None:
    found = faults(text)[0]
    assert (found.line, found.where) == (line, where)
    assert problem in found.problem
    assert hint in found.hint


@pytest.mark.parametrize(
    ("answer", "problem", "hint"),
    [
        ("supply.prise: paid", "There is no question", "Did you mean 'supply.price'?"),
        ("zzzz: paid", "There is no question", "actready questions"),
        ("supply.price: payed", '"payed" is no option', "Did you mean 'paid'?"),
        ("supply.price: true", '"True" is no option', "paid, free"),
        ("supply.form: [download, nothing]", "'nothing' excludes", "alone"),
        ("supply.form: {download: true}", "dict is no list", "[download]"),
        ("supply.form: [[download]]", "list is no option", "download, service"),
        ("supply.maintained: 'true'", "no answer to a yes/no question", "true, false"),
        ("supply.since: soon", '"soon" is no date', "2027-12-11"),
        ("supply.remark: 2027-12-11", "is no text", "quotation marks"),
        ("org.staff: 34", "about the organisation", "of the organisation"),
    ],
)
def test_that_a_faulty_answer_is_named_with_line_subject_question_and_remedy(
    answer: str, problem: str, hint: str
) -> None:
    found = fault(subject_with(answer))
    assert (found.line, found.where) == (5, f"A: {answer.split(':')[0]}")
    assert problem in found.problem.replace('"dict"', "dict").replace('"list"', "list")
    assert hint in found.hint


def test_that_a_question_about_products_is_refused_at_the_organisation() -> None:
    found = fault("format: 1\norganisation:\n  answers:\n    supply.price: paid\n")
    assert (found.line, found.where) == (4, "organisation: supply.price")
    assert "about each product or project" in found.problem
    assert "answers of a subject" in found.hint


def test_that_a_fault_reads_as_one_line() -> None:
    text = str(fault("format: 1\norganisation:\n  answers: {org.staff: -1}\n"))
    assert text == (
        'answers.yaml:3: organisation: org.staff: "-1" is too small. The smallest number here is 0.'
    )


@pytest.mark.parametrize(
    ("note", "problem"),
    [
        ("supply.prise: x", "There is no question"),
        ("supply.price: 5", "The note is no text"),
        (f"supply.price: {'x' * 20_001}", "The note has 20001 characters"),
        ("org.staff: x", "about the organisation"),
    ],
)
def test_that_a_faulty_note_is_named(note: str, problem: str) -> None:
    found = fault(f"format: 1\nsubjects:\n- name: A\n  notes: {{{note}}}\n")
    assert (found.line, found.where) == (4, f"A: {note.split(':')[0]}")
    assert problem in found.problem


def test_that_all_faults_are_reported_and_not_the_first_only() -> None:
    found = faults(
        "format: 1\nas_of: x\norganisation: {answers: {org.staff: many}}\nsubjects:\n"
        "- name: A\n  answers: {supply.price: dear, supply.since: now}\n- {}\n"
    )
    assert [one.line for one in found] == [2, 3, 6, 6, 7]


def test_that_the_message_counts_the_faults() -> None:
    for text, message in [("format: 2", "has 1 fault."), ("format: 2\na: 1", "has 2 faults.")]:
        with pytest.raises(FaultyInput) as caught:
            read_answers(text.encode(), "answers.yaml", QUESTIONNAIRE)
        assert caught.value.message == f"answers.yaml {message}"


def test_that_reading_stops_after_a_hundred_faults() -> None:
    many = "\n".join(f"    q{number}: x" for number in range(5000))
    assert len(faults(f"format: 1\norganisation:\n  answers:\n{many}\n")) == 100


def test_that_a_name_keeps_to_one_line_and_its_limit() -> None:
    answers = read_answers(b'format: 1\norganisation: {name: "a\\n b"}', "a.yaml", QUESTIONNAIRE)
    assert answers.organisation == "a b"
    long = "x" * 201
    assert "name has 201 characters" in fault(f"format: 1\norganisation: {{name: {long}}}").problem


def test_that_more_subjects_than_allowed_are_refused() -> None:
    text = "format: 1\nsubjects:\n" + "- name: A\n" * 501
    found = fault(text)
    assert (found.line, found.problem) == (2, "There are 501 subjects.")
    assert len(read_answers(text[:-10].encode(), "a.yaml", QUESTIONNAIRE).events) == 500


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"format: 1\n" + b"#" * 5_000_001, "bytes"),
        (b"{" + b" " * 5_000_001 + b"}", "bytes"),
        (b"format: 1\norganisation: {answers: {org.staff: yes}}", "'yes' can be read in two ways"),
        (b"format: 1\nformat: 1", "given twice"),
        (b'{"format": 1, "format": 1}', "given twice"),
        (b"format: \xff", "no UTF-8"),
        (b'{"format": \xff}', "no UTF-8"),
        (b"a: " + b"[" * 1000, "nest"),
        (b"{" + b'"a":{' * 1000 + b"}" * 1001, "nest"),
        (b'{"format": 1,,}', "no valid YAML"),
        (b'{"format": 1, "organisation": {"name": "\\ud800"}}', "no valid YAML"),
    ],
)  # fmt: skip
def test_that_what_is_no_clean_yaml_is_refused(data: bytes, problem: str) -> None:
    assert problem in faults(data)[0].problem


def test_that_json_is_read_as_other_programs_write_it() -> None:
    content = {
        "format": 1,
        "organisation": {"name": 'Zoë 🜁 \u2028 \x7f " \\ / \t', "answers": {"org.staff": 1e16}},
    }
    for text in (
        json.dumps(content),
        json.dumps(content, indent="\t"),
        json.dumps(content, ensure_ascii=False).replace("/", "\\/"),
        "\ufeff" + json.dumps(content, separators=(",", ":")),
    ):
        answers = read_answers(text.encode(), "a.json", QUESTIONNAIRE)
        assert answers.organisation == 'Zoë 🜁 \x7f " \\ /'
        assert answers.events == (Answered(question="org.staff", value=1e16),)


def test_that_a_fault_in_json_names_its_line_although_texts_were_rewritten() -> None:
    text = '{\n\t"format": 1,\n\t"organisation": {"name": "\\ud83d\\ude00"},\n\t"subject": []\n}'
    assert fault(text).line == 4


def test_that_an_assessment_is_written_as_pleasant_yaml() -> None:
    assert write_answers(example(), AS_OF) == (
        "format: 1\n"
        'as_of: "2026-11-24"\n'
        "organisation:\n"
        '  name: "Company Z"\n'
        "  answers:\n"
        "    org.staff: 34\n"
        "  notes:\n"
        "    org.staff: twelve\n"
        "subjects:\n"
        '  - name: "no"\n'
        '    description: "Backup"\n'
        "    answers:\n"
        "      supply.form: [download, service]\n"
        "      supply.maintained: false\n"
        '  - name: "Library: #1"\n'
    )


def test_that_an_empty_assessment_can_be_written_and_read() -> None:
    text = write_answers(Assessment(), AS_OF)
    assert text == 'format: 1\nas_of: "2026-11-24"\norganisation:\n  name: ""\nsubjects: []\n'
    assert read_answers(text.encode(), "a.yaml", QUESTIONNAIRE).events == ()


def test_that_canonical_json_has_one_form() -> None:
    assert canonical_json(example(), AS_OF, {"cra": "2024-12-10"}).decode() == (
        '{"as_of":"2026-11-24","editions":{"cra":"2024-12-10"},"format":1,"organisation":'
        '{"answers":{"org.staff":34},"name":"Company Z","notes":{"org.staff":"twelve"}},'
        '"subjects":[{"answers":{"supply.form":["download","service"],"supply.maintained":false},'
        '"description":"Backup","name":"no"},{"name":"Library: #1"}]}\n'
    )


def test_that_canonical_json_is_an_answers_file_that_keeps_its_editions() -> None:
    data = canonical_json(example(), AS_OF, {"cra": "2024-12-10", "common": ""})
    answers = read_answers(data, "a.json", QUESTIONNAIRE)
    assert answers.editions == {"cra": "2024-12-10"}
    assert answers.assessment.editions == {"cra": "2024-12-10"}


TEXTS = st.text(max_size=60)
NAMES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
NUMBERS = st.integers(0, 10**12) | st.floats(0, 1e9).map(lambda number: round(number, 4))
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "supply.price": st.sampled_from(["paid", "free", "dont_know"]),
    "supply.form": st.sampled_from([("download",), ("download", "service"), ("nothing",)]),
    "supply.maintained": st.booleans(),
    "supply.since": st.dates().map(date.isoformat),
    "supply.remark": TEXTS,
}


def some_answers(values: dict[str, st.SearchStrategy[Value]]) -> st.SearchStrategy[Answers]:
    notes = st.dictionaries(st.sampled_from(sorted(values)), TEXTS.map(str.strip).filter(bool))
    return st.builds(Answers, st.fixed_dictionaries({}, optional=dict(values)), notes)


ORGANISATIONS = st.builds(Organisation, NAMES | st.just(""), some_answers({"org.staff": NUMBERS}))
DAYS = st.none() | st.dates()
HOUR = st.integers(0, 100_000) | st.floats(0, 100_000).map(lambda number: round(number, 4))
HOURS = st.tuples(HOUR, HOUR).map(sorted).map(tuple)
PLANS = st.one_of(
    st.builds(
        Action,
        owner=NAMES | st.just(""),
        due=DAYS,
        note=TEXTS.map(str.strip),
        effort=st.none() | HOURS,
    ),
    st.builds(Action, done=st.just(True), done_on=DAYS),
).filter(lambda action: not action.is_empty)
SUBJECTS = st.lists(
    st.builds(
        Subject,
        st.just(""),
        NAMES,
        TEXTS.map(str.strip),
        some_answers(VALUES),
        st.dictionaries(st.sampled_from(["duty.report", "duty.list"]), PLANS),
    ),
    max_size=3,
).map(lambda some: tuple(replace(one, id=f"s{number}") for number, one in enumerate(some, 1)))


@given(ORGANISATIONS, SUBJECTS)
@settings(deadline=None)
def test_that_writing_and_reading_agree(
    organisation: Organisation, subjects: tuple[Subject, ...]
) -> None:
    assessment = Assessment(organisation, subjects)
    for data in (
        write_answers(assessment, AS_OF).encode(),
        canonical_json(assessment, AS_OF, {}),
    ):
        read = read_answers(data, "a", QUESTIONNAIRE)
        assert read.as_of == AS_OF
        assert read.assessment.organisation == organisation
        assert read.assessment.subjects == subjects
        assert canonical_json(read.assessment, AS_OF, {}) == canonical_json(assessment, AS_OF, {})


def test_that_writing_needs_no_yaml_library() -> None:
    program = (
        "import sys, actready.session, actready.storage.interchange; "
        "sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
