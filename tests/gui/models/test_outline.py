# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from tests.domain.example import evaluation
from tests.two_acts import ALL, of

from actready.gui.models.outline import outline_groups
from actready.gui.models.road import road


def test_that_sections_stand_act_by_act_and_a_spare_one_is_said_to_be_so() -> None:
    found = of({**ALL, "pilot.steers": False})
    groups = outline_groups(found, road(found), "Boat 1")
    shown = [(one.title, [stage.section.id for stage in one.stages]) for one in groups]
    assert shown == [("Boats Act", ["boat"]), ("Pilot Act", ["pilot", "ready"])]
    assert [one.unneeded for one in groups] == ["", "1 section not needed"]
    assert groups[1].unneeded_titles == "The harbour"
    found = of(ALL)
    assert [one.unneeded for one in outline_groups(found, road(found), "Boat 1")] == ["", ""]


def test_that_one_act_alone_stands_under_the_name_of_the_subject() -> None:
    found = evaluation()
    (group,) = outline_groups(found, road(found), "Boat 1")
    assert (group.title, group.unneeded) == ("Boat 1", "")
