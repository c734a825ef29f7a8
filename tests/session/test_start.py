# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens to the file that a user opens."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from tests.fixtures import AS_OF, EDITIONS, Clock, SmallCatalogue

from actready.errors import AppError, FaultyInput
from actready.session import AssessmentSession, start_session
from actready.storage.assessment_file import AssessmentFile

ANSWERS = """\
format: 1
as_of: 2027-12-11
organisation: {name: Company Z, answers: {org.staff: 34}}
subjects:
  - name: Product A
    answers: {supply.price: paid}
"""


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    return tmp_path / "work" / "place"


def started(path: Path, workplace: Path, as_of: date | None = None) -> AssessmentSession:
    return start_session(path, SmallCatalogue(), as_of, Clock(), workplace)


def test_that_an_assessment_file_is_opened_where_it_lies(tmp_path: Path, workplace: Path) -> None:
    path = tmp_path / "a.actready"
    AssessmentFile.create(path, "Company Z", EDITIONS, Clock()()).close()
    with closing(started(path, workplace)) as session:
        assert session.file.path == path
        assert session.as_of == AS_OF
        assert session.assessment.organisation.name == "Company Z"
    assert not workplace.exists()


def test_that_an_assessment_file_is_known_by_its_content_too(
    tmp_path: Path, workplace: Path
) -> None:
    path = tmp_path / "a.actready"
    AssessmentFile.create(path, "Company Z", EDITIONS, Clock()()).close()
    path = path.rename(tmp_path / "a.backup")
    with closing(started(path, workplace, date(2027, 1, 1))) as session:
        assert (session.file.path, session.as_of) == (path, date(2027, 1, 1))


def test_that_an_assessment_file_can_be_opened_for_reading(tmp_path: Path, workplace: Path) -> None:
    path = tmp_path / "a.actready"
    AssessmentFile.create(path, "", EDITIONS, Clock()()).close()
    with closing(
        start_session(path, SmallCatalogue(), None, Clock(), workplace, read_only=True)
    ) as session:
        assert session.file.read_only


def test_that_a_date_without_a_law_gives_the_file_free_again(
    tmp_path: Path, workplace: Path
) -> None:
    path = tmp_path / "a.actready"
    AssessmentFile.create(path, "", EDITIONS, Clock()()).close()
    with pytest.raises(AppError, match="No questionnaire covers"):
        started(path, workplace, date(2020, 1, 1))
    AssessmentFile.open(path).close()


def test_that_an_answers_file_is_imported_into_a_new_file(tmp_path: Path, workplace: Path) -> None:
    path = tmp_path / "company-z.yaml"
    path.write_text(ANSWERS)
    with closing(started(path, workplace)) as session:
        assert session.file.path == workplace / "company-z.actready"
        assert session.as_of == date(2027, 12, 11)
        assert session.assessment.editions == EDITIONS
        assert session.assessment.organisation.name == "Company Z"
        (subject,) = session.assessment.subjects
        assert subject.answers.values == {"supply.price": "paid"}
        assert session.add_subject("B") != subject.id
    assert path.read_text() == ANSWERS


def test_that_the_date_asked_for_beats_the_one_stated_and_today_is_the_last_resort(
    tmp_path: Path, workplace: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(ANSWERS)
    with closing(started(path, workplace, date(2027, 1, 1))) as session:
        assert session.as_of == date(2027, 1, 1)
    path.write_text("format: 1\n")
    with closing(started(path, workplace)) as session:
        assert session.as_of == AS_OF


def test_that_an_answers_file_opened_twice_makes_two_files(tmp_path: Path, workplace: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"format": 1}')
    for name in ("a.actready", "a 2.actready", "a 3.actready"):
        with closing(started(path, workplace)) as session:
            assert session.file.path == workplace / name


def test_that_a_faulty_answers_file_leaves_nothing_behind(tmp_path: Path, workplace: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(ANSWERS.replace("paid", "payed"))
    with pytest.raises(FaultyInput, match="Did you mean 'paid'"):
        started(path, workplace)
    assert not workplace.exists()


def test_that_an_answers_file_of_a_hundred_megabytes_is_refused_unread(
    tmp_path: Path, workplace: Path
) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(AppError, match="100000000 bytes"):
        started(path, workplace)


def test_that_a_workplace_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(ANSWERS)
    with pytest.raises(AppError, match="cannot be used"):
        started(path, path / "below a file")
