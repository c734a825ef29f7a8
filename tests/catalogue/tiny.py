# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small questionnaire that is right, written into a folder. Tests break one place of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

COMMON: Final = "common/2024-12-10"
CRA: Final = "cra/2024-12-10"

FILES: Final[Mapping[str, str]] = {
    f"{COMMON}/edition.yaml": """\
id: "2024-12-10"
title: Shared questions
applies_from: 2024-12-10
""",
    f"{COMMON}/provisions.txt": "Rec 1 Art. 1\n",
    f"{COMMON}/questions/10-organisation.yaml": """\
section: {id: organisation, title: Your organisation, about: organisation}
questions:
  - id: org.form
    kind: one_of
    text: Who is {organisation}?
    why: Only a firm can be a steward.
    examples: [A club is a firm here.]
    unknown: Look at the register.
    provisions: [CRA Art. 3(14)]
    options:
      - {id: person, label: A person, otherwise: true}
      - {id: firm, label: A firm}
""",
    f"{CRA}/edition.yaml": """\
id: "2024-12-10"
title: Cyber Resilience Act
applies_from: 2024-12-10
at_most: 25
groups:
  - id: role
    title: Role
    exclusive: [[manufacturer, steward]]
  - {id: scope, title: Scope, exactly_one: true}
""",
    f"{CRA}/provisions.txt": """\
CRA Recital 18
CRA Art. 2(1)
CRA Art. 3(13)
CRA Art. 3(14)
CRA Art. 69(2)
CRA Annex I Part I point 1
""",
    f"{CRA}/questions/10-product.yaml": """\
section: {id: product, title: The product}
questions:
  - id: sale.ways
    kind: several_of
    text: What does {organisation} get for {subject}?
    why: A price makes it commercial.
    examples: [A shop sells licences.]
    unknown: Ask whoever writes the invoices.
    provisions: [CRA Art. 3(13)]
    options:
      - {id: price, label: A price}
      - {id: ads, label: Money from ads}
      - {id: thanks, label: Thanks, otherwise: true}
      - {id: nothing, label: Nothing, alone: true, otherwise: true}
  - id: care.open
    kind: yes_no
    text: Does {organisation} look after {subject}?
    why: A steward does.
    examples: [Someone paid reviews every change.]
    unknown: Ask the maintainers.
    provisions: [CRA Art. 3(14)]
  - id: care.people
    kind: number
    text: How many people do?
    why: One alone is no steward here.
    examples: [Two.]
    unknown: Ask them.
    provisions: [CRA Art. 3(14)]
    minimum: 0
  - id: sale.first
    kind: date
    text: When did the first one go out?
    why: Older products are left alone.
    examples: ["2028-01-10"]
    unknown: Look at the oldest invoice.
    provisions: [CRA Art. 69(2)]
  - id: note.text
    kind: text
    text: What else should be noted?
    why: It is printed in the report.
    examples: [A remark.]
    unknown: Leave it out.
    provisions: [CRA Art. 2(1)]
""",
    f"{CRA}/rules/10-roles.yaml": """\
facts:
  - id: sold
    text: It is sold.
    otherwise: It is not sold.
    when: {answer: sale.ways, includes: [price, ads]}
    provisions: [CRA Art. 3(13)]
  - id: old
    text: It is older.
    otherwise: It is newer.
    when: {answer: sale.first, dated: {before: 2027-12-11}}
    provisions: [CRA Art. 69(2)]
  - id: cared_for
    text: Several people care for it.
    otherwise: Nobody cares for it.
    when:
      all:
        - {answer: care.open, is: true}
        - {answer: care.people, at_least: 2}
        - {answer: org.form, is_one_of: [firm]}
    provisions: [CRA Art. 3(14)]
findings:
  - id: role.manufacturer
    group: role
    value: manufacturer
    title: Manufacturer
    sentence: "{organisation} makes {subject}."
    when: {fact: sold}
    provisions: [CRA Art. 3(13)]
  - id: role.steward
    group: role
    value: steward
    title: Steward
    sentence: "{organisation} is the steward."
    when:
      all:
        - not: {fact: sold}
        - {fact: cared_for}
    provisions: [CRA Art. 3(14)]
  - id: role.none
    group: role
    value: none
    title: No role
    sentence: No role.
    when:
      not:
        any:
          - {finding: role.manufacturer}
          - {finding: role.steward}
    provisions: [CRA Recital 18]
  - id: scope.in
    group: scope
    value: in
    title: In scope
    sentence: In scope.
    when:
      all:
        - not: {finding: role.none}
        - any:
            - not: {fact: old}
            - {as_of: {on_or_after: 2030-01-01}}
    provisions: [CRA Art. 2(1)]
  - id: scope.out
    group: scope
    value: out
    title: Out of scope
    sentence: Out of scope.
    when: {not: {finding: scope.in}}
    provisions: [CRA Art. 2(1)]
""",
    f"{CRA}/obligations/10-duties.yaml": """\
obligations:
  - id: duty.report
    title: Report
    text: Report what happens.
    when: {finding: role.manufacturer}
    provisions: [CRA Annex I Part I point 1]
    applies_from: 2026-09-11
    penalty: none
""",
    f"{CRA}/cases/firm.yaml": """\
id: firm
title: A firm with a shop and a library
as_of: 2028-01-10
source: [CRA Art. 3(13)]
organisation:
  name: A firm
  answers: {org.form: firm}
subjects:
  - name: Program
    facts: The firm sells it.
    answers: {sale.ways: [price, thanks], sale.first: 2028-01-03}
    expected: {scope: in, roles: [manufacturer]}
  - name: Library
    answers: {sale.ways: nothing, care.open: true, care.people: 3, sale.first: "2028-01-03"}
    assumed: {care.people: The facts speak of a team.}
    expected: {scope: in, roles: [steward], possible_roles: [steward]}
  - name: Unclear
    answers: {sale.ways: dont_know}
    expected: {scope: undetermined, roles: [], possible_roles: [manufacturer, steward, none]}
""",
}


def written(root: Path) -> Path:
    """Write the questionnaire into a folder and return the folder."""
    for name, text in FILES.items():
        write(root, name, text)
    return root


def write(root: Path, name: str, text: str) -> None:
    """Write one file of a questionnaire."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def replace(root: Path, name: str, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    text = (root / name).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    write(root, name, text.replace(old, new))


def line_of(root: Path, name: str, text: str) -> int:
    """Return the line on which a text stands; it has to stand once."""
    lines = (root / name).read_text("utf-8").splitlines()
    (line,) = [number for number, one in enumerate(lines, start=1) if text in one]
    return line
