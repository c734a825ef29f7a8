# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading questionnaires: what is right is read, and each fault names file, line and remedy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.catalogue import tiny
from tests.catalogue.tiny import COMMON, CRA

from actready.catalogue import places
from actready.catalogue.loader import load_root
from actready.domain.terms import About, Act, Kind
from actready.errors import Fault, FaultyInput

ORGANISATION = f"{COMMON}/questions/10-organisation.yaml"
PRODUCT = f"{CRA}/questions/10-product.yaml"
ROLES = f"{CRA}/rules/10-roles.yaml"
DUTIES = f"{CRA}/obligations/10-duties.yaml"
CASE = f"{CRA}/cases/firm.yaml"
EDITION = f"{CRA}/edition.yaml"


def faults_of(root: Path) -> tuple[Fault, ...]:
    with pytest.raises(FaultyInput) as caught:
        load_root(root)
    return caught.value.faults


def assert_fault_at(fault: Fault, root: Path, name: str, text: str) -> None:
    assert fault.file == f"questionnaires/{name}"
    assert fault.line == tiny.line_of(root, name, text)


def test_that_the_small_questionnaire_is_read(root: Path) -> None:
    common, cra = load_root(root)
    assert (common.edition.act, cra.edition.act) == (Act.COMMON, Act.CRA)
    assert [question.about for question in common.content.questions] == [About.ORGANISATION]
    assert [question.kind for question in cra.content.questions] == [
        Kind.SEVERAL_OF,
        Kind.YES_NO,
        Kind.NUMBER,
        Kind.DATE,
        Kind.TEXT,
    ]
    assert {question.section for question in cra.content.questions} == {"product"}
    assert {fact.act for fact in cra.content.facts} == {Act.CRA}
    assert [one.id for one in cra.content.findings][:2] == ["role.manufacturer", "role.steward"]
    assert cra.content.obligations[0].applies_from == date(2026, 9, 11)
    assert [case.id for case in cra.cases] == ["firm"]
    assert cra.cases[0].subjects[0].answers["sale.ways"] == ("price", "thanks")
    assert "CRA Art. 69(2)" in cra.provisions
    assert len(cra.digest) == 64


def test_that_cases_can_be_left_out(root: Path) -> None:
    tiny.write(root, CASE, "broken: [")
    assert [edition.cases for edition in load_root(root, with_cases=False)] == [(), ()]


@pytest.mark.parametrize(
    ("name", "old", "new", "parts"),
    [
        # Fields and their values.
        (PRODUCT, "text: How many", "txet: How many", ["'txet' is no field", "mean 'text'"]),
        (PRODUCT, "kind: yes_no", "kind: yesno", ["\"yesno\" is no 'kind'", "mean 'yes_no'"]),
        (PRODUCT, "kind: yes_no", "kind: 12", ["\"12\" is no 'kind'", "The words are: one_of"]),
        (ORGANISATION, "about: organisation}", "about: firm}", ["\"firm\" is no 'about'"]),
        (PRODUCT, "label: A price", "lable: A price", ["'lable'", "mean 'label'"]),
        (PRODUCT, "alone: true", 'alone: "true"', ["neither true nor false", "Write true or"]),
        (PRODUCT, "minimum: 0", 'minimum: "0"', ["'minimum' is no number"]),
        (PRODUCT, "examples: [Two.]", "examples: []", ["'examples' is empty", "one item or more"]),
        (PRODUCT, "examples: [Two.]", "examples: Two.", ["'examples' is no list", "brackets"]),
        (PRODUCT, "unknown: Ask them.", "unknown: 5", ["'unknown' is no text", "quotation"]),
        (PRODUCT, "minimum: 0", "act: cra", ["'act' follows from the folder", "Remove it"]),
        (PRODUCT, "id: care.people", "id: Care People", ["no valid id", "lower-case"]),
        (PRODUCT, "id: care.people", "id: care.open", ["used before", "line 15"]),
        (PRODUCT, "id: ads, label", "id: price, label", ["'price' is there twice"]),
        (PRODUCT, "id: ads, label", "id: dont_know, label", ["'dont_know' can be answered"]),
        (PRODUCT, "sale.first\n    kind: date", "sale.first\n    kind: one_of", ["two options"]),
        (PRODUCT, "A remark.", "'{subjekt}: a'", ["'{subjekt}' stands for", "'subject'"]),
        (PRODUCT, "A remark.", "'{xyz}: a'", ["stands for nothing", "{organisation} or"]),
        (PRODUCT, "section: {id: product, title: The product}", "", ["names no section"]),
        (EDITION, "applies_from: 2024-12-10", "applies_from: soon", ["no date", "2027-12-11"]),
        (EDITION, 'id: "2024-12-10"', "id: 2024-12-10", ["'id' is no text", "quotation marks"]),
        (EDITION, 'id: "2024-12-10"', 'id: "2025-01-01"', ["name different dates"]),
        (EDITION, "[manufacturer, steward]", "[none, steward, in]", ["too many items", "pair"]),
        (EDITION, "exactly_one: true}", "exactly: true}", ["'exactly' is no field", "exactly_one"]),
        (DUTIES, "penalty: none", "zzz: none", ["'zzz' is no field", "The fields are: id"]),
        (ROLES, "id: sold", "id: sold\n    settled: false", ["not settled needs a note"]),
        (ROLES, "id: sold\n    text: It is", "id: sold2\n    note: It is", ["'text' is missing"]),
        (
            ROLES,
            " sold\n    text: It is sold.\n    otherwise:",
            " sold\n    text:",
            ["needs otherwise"],
        ),
        # Conditions.
        (ROLES, "{answer: sale.ways, incl", "{answr: sale.ways, incl", ["condition begins with"]),
        (ROLES, "includes: [price", "inclodes: [price", ["'inclodes'", "mean 'includes'"]),
        (ROLES, "includes: [price, ads]", "includes: []", ["exactly one of is"]),
        (ROLES, "{before: 2027-12-11}", "{befor: 2027-12-11}", ["'befor'", "mean 'before'"]),
        (ROLES, "{answer: care.open, is: true}", "care.open", ["condition begins with all, any"]),
        (
            ROLES,
            "{fact: sold}\n    provisions",
            "{all: [sold]}\n    provisions",
            ["condition begi"],
        ),
        (PRODUCT, "- {id: price, label: A price}", "- price", ["expected in 'options'"]),
        (ROLES, "{before: 2027-12-11}", "{}", ["Give on_or_after or before"]),
        (ROLES, "{before: 2027-12-11}", '{before: "2027-12-11"}', ["'before' is no date"]),
        (ROLES, "at_least: 2}", "at_least: 2, below: 3}", ["exactly one of is"]),
        (
            ROLES,
            "{answer: care.open, is: true}",
            "{answer: care.open, is: 3}",
            ["'is' takes one option, true or"],
        ),
        # References.
        (ROLES, "answer: care.open", "answer: care.opn", ["no question 'care.opn'", "care.open"]),
        (ROLES, "[price, ads]", "[price, adds]", ["'adds' is no option of 'sale.ways'", "'ads'"]),
        (ROLES, "[price, ads]", "[price, qqq]", ["The options are: price, ads, thanks, nothing"]),
        (ROLES, "sale.ways, includes: [price, ads]", "sale.ways, is: price", ["Fitting here: inc"]),
        (ROLES, "at_least: 2", "is: two", ["does not fit 'care.people' (number)", "at_least"]),
        (ROLES, "care.open, is: true", "care.open, is: firm", ["Write 'is: true' or"]),
        (ROLES, "org.form, is_one_of: [firm]", "org.form, is: true", ["does not fit", "is_one_of"]),
        (
            ROLES,
            "answer: sale.first, dated",
            "answer: note.text, dated",
            ["A text decides nothing"],
        ),
        (ROLES, "- {fact: cared_for}", "- {fact: cared}", ["no fact 'cared'", "'cared_for'"]),
        (ROLES, "- {fact: cared_for}", "- {fact: role.none}", ["It is a finding: write"]),
        (ROLES, "- {finding: role.steward}", "- {finding: sold}", ["It is a fact: write 'fact:'"]),
        (
            ROLES,
            "provisions: [CRA Art. 69(2)]",
            "provisions: [CRA Art. 69(1)]",
            ["'CRA Art. 69(2)"],
        ),
        (PRODUCT, "provisions: [CRA Art. 69(2)]", "provisions: [qqqq]", ["See provisions.txt"]),
        (ROLES, "value: steward", "value: stewart", ["no role of this act", "mean 'steward'"]),
        (ROLES, "value: steward", "value: zzz", ["The roles are: manufacturer, steward"]),
        (ROLES, "value: out", "value: in", ["Another finding of the group has the value 'in'"]),
        (EDITION, "[manufacturer, steward]", "[manufacturer, stewart]", ["value 'stewart'"]),
        (EDITION, "{id: scope, title", "{id: depth, title", ["'depth' has no finding"]),
        # Worked cases.
        (CASE, "org.form: firm", "org.from: firm", ["no question 'org.from'", "'org.form'"]),
        (CASE, "org.form: firm", "org.form: firma", ["no option", "mean 'firm'"]),
        (CASE, "org.form: firm", "care.open: true", ["'care.open' is about the subject"]),
        (CASE, "sale.ways: dont_know", "org.form: firm", ["about the organisation"]),
        (CASE, "care.people: 3", "care.people: many", ["no number", "digits only"]),
        (CASE, "care.people: The", "care.peple: The", ["assumed, but not answered", "care.people"]),
        (CASE, "scope: in, roles: [manuf", "scope: inn, roles: [manuf", ["'inn'", "mean 'in'"]),
        (CASE, "roles: [manufacturer]", "roles: [maker]", ["'maker' is no value of 'role'"]),
        (CASE, "possible_roles: [steward]", "possible_roles: [stewrd]", ["mean 'steward'"]),
        (CASE, "as_of: 2028-01-10", "as_of: 2020-01-10", ["does not hold on 2020-01-10"]),
        (CASE, "name: Library", "nam: Library", ["'nam' is no field", "mean 'name'"]),
        (CASE, "{org.form: firm}", "[firm]", ["'answers' is faulty"]),
        (CASE, "  name: A firm", "  nom: A firm", ["'nom' is no field", "mean 'name'"]),
    ],
)
def test_that_a_broken_place_is_named_with_its_line_and_a_remedy(
    root: Path, name: str, old: str, new: str, parts: list[str]
) -> None:
    tiny.replace(root, name, old, new)
    listed = [fault for fault in faults_of(root) if all(part in str(fault) for part in parts)]
    assert listed, "\n".join(map(str, faults_of(root)))
    fault = listed[0]
    assert fault.file == f"questionnaires/{name}"
    lines = (root / name).read_text("utf-8").splitlines()
    assert fault.line is not None
    assert new.split("\n")[0] in lines[fault.line - 1]


def test_that_the_line_is_exact(root: Path) -> None:
    tiny.replace(root, ROLES, "{answer: care.people, at_least: 2}", "{answer: cares, below: 2}")
    (fault,) = faults_of(root)
    assert_fault_at(fault, root, ROLES, "{answer: cares, below: 2}")
    assert fault.where == "cared_for"


def test_that_a_list_of_faulty_parts_is_not_told_to_be_empty_as_well(root: Path) -> None:
    tiny.replace(root, ROLES, "- {finding: role.manufacturer}", "- text")
    tiny.replace(root, ROLES, "          - {finding: role.steward}\n", "")
    (fault,) = faults_of(root)
    assert_fault_at(fault, root, ROLES, "- text")


def test_that_a_missing_field_is_named_at_its_record(root: Path) -> None:
    tiny.replace(root, PRODUCT, "    why: A steward does.\n", "")
    (fault,) = faults_of(root)
    assert_fault_at(fault, root, PRODUCT, "id: care.open")
    assert str(fault).endswith("care.open: 'why' is missing. Add it.")


def test_that_all_faults_are_told_and_ordered_by_file_and_line(root: Path) -> None:
    tiny.replace(root, ROLES, "answer: care.open", "answer: care.opn")
    tiny.replace(root, ROLES, "[price, ads]", "[price, adds]")
    tiny.replace(root, PRODUCT, "CRA Art. 69(2)", "CRA Art. 69(9)")
    faults = faults_of(root)
    assert [Path(fault.file).name for fault in faults] == [
        "10-product.yaml",
        "10-roles.yaml",
        "10-roles.yaml",
    ]
    assert [fault.line for fault in faults] == [
        tiny.line_of(root, PRODUCT, "69(9)"),
        tiny.line_of(root, ROLES, "adds"),
        tiny.line_of(root, ROLES, "care.opn"),
    ]


def test_that_a_faulty_record_is_told_once_and_not_by_all_who_refer_to_it(root: Path) -> None:
    tiny.replace(root, PRODUCT, "kind: yes_no", "kind: yesno")
    tiny.replace(root, ROLES, "text: It is sold.", "")
    tiny.write(root, CASE, "")
    (root / CASE).unlink()
    assert [fault.where for fault in faults_of(root)] == ["care.open", "sold"]


def test_that_a_circle_is_told_as_a_chain(root: Path) -> None:
    tiny.replace(
        root, ROLES, "{answer: sale.ways, includes: [price, ads]}", "{finding: role.manufacturer}"
    )
    (fault,) = [one for one in faults_of(root) if "rests on itself" in one.problem]
    assert "sold → role.manufacturer → sold" in fault.problem
    assert_fault_at(fault, root, ROLES, "when: {finding: role.manufacturer}")


def test_that_two_acts_do_not_share_an_id(root: Path) -> None:
    tiny.replace(root, ORGANISATION, "id: org.form", "id: care.open")
    problems = [fault.problem for fault in faults_of(root)]
    assert any("used before, in questionnaires/common" in problem for problem in problems)


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        (ROLES, "- a list", "The file holds no fields."),
        (ROLES, "", "The file holds no fields."),
        (ROLES, "fact: []", "'fact' is no field here. Did you mean 'facts'?"),
        (ROLES, "other: []", "The fields are: facts, findings."),
        (ROLES, "facts: {id: sold}", "'facts' is no list."),
        (ROLES, "facts: [sold]", "Fields with values are expected here."),
        (CASE, "[]", "Fields with values are expected here."),
        (ROLES, "facts: [", "no valid YAML"),
        (EDITION, "[]", "Fields with values are expected here."),
        (f"{CRA}/provisions.txt", "CRA Art. 2(1)\n\nCRA Art. 2(1)\n", "twice; the first time in"),
        (f"{CRA}/rule/10.yaml", "facts: []", "'rule' is not read. Did you mean 'rules'?"),
        (f"{CRA}/rules/10-roles.yml", "facts: []", "'10-roles.yml' is not read."),
        ("cars/2024-12-10/edition.yaml", "", "'cars' is not read. Did you mean 'cra'?"),
        ("cra/notes.txt", "", "'notes.txt' is not read."),
    ],
)
def test_that_a_file_of_another_shape_is_told(root: Path, name: str, text: str, part: str) -> None:
    tiny.write(root, name, text)
    assert any(part in str(fault) for fault in faults_of(root))


def test_that_a_hidden_file_is_left_alone(root: Path) -> None:
    tiny.write(root, f"{CRA}/rules/.10-roles.yaml.swp", "x")
    assert len(load_root(root)) == 2


def test_that_notes_for_people_are_left_alone(root: Path) -> None:
    tiny.write(root, "README.md", "How this came about.")
    tiny.write(root, f"{CRA}/README.md", "How this came about.")
    tiny.write(root, f"{COMMON}/provisions.txt", "# The recommendation.\nRec 1 Art. 1\n")
    assert load_root(root)[0].provisions == ("Rec 1 Art. 1",)


def test_that_an_edition_without_provisions_lists_none(root: Path) -> None:
    (root / COMMON / "provisions.txt").unlink()
    assert load_root(root)[0].provisions == ()


def test_that_provisions_have_to_be_utf8(root: Path) -> None:
    (root / COMMON / "provisions.txt").write_bytes(b"Rec \xff")
    assert any("no UTF-8" in fault.problem for fault in faults_of(root))


def test_that_a_file_that_is_too_large_is_not_opened(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "MAX_BYTES", 700)
    assert {fault.problem for fault in faults_of(root)} >= {"The file is too large."}


def test_that_a_file_that_cannot_be_opened_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    honest = Path.read_bytes

    def refuse_rules(path: Path) -> bytes:
        return refuse(path) if path.parent.name == "rules" else honest(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert {fault.problem for fault in faults_of(root)} == {
        "The file cannot be read: Permission denied."
    }
    monkeypatch.setattr(Path, "read_bytes", refuse_rules)
    (fault,) = faults_of(root)
    assert fault.file == f"questionnaires/{ROLES}"


def test_that_a_case_expects_no_value_of_another_group(root: Path) -> None:
    tiny.replace(root, EDITION, "groups:", "groups:\n  - {id: depth, title: Depth}")
    tiny.replace(root, CASE, "roles: [manufacturer]", "roles: [deep]")
    tiny.write(
        root,
        f"{CRA}/rules/20-depth.yaml",
        "findings:\n  - {id: depth.deep, group: depth, value: deep, title: Deep, sentence: Deep.,\n"
        "     when: {fact: sold}, provisions: [CRA Art. 2(1)]}\n",
    )
    (fault,) = faults_of(root)
    assert "'deep' is no value of 'role'" in fault.problem


def test_that_an_empty_or_missing_folder_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert [fault.problem for fault in faults_of(folder)] == [
            "There is no edition in this folder."
        ]
