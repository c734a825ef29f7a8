# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds a cycle among names that rest on each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def find_cycle(rests_on: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the first cycle, its first name again at the end; empty where there is none.

    Without recursion, as the chains come from files. Names that are not listed rest on nothing.
    """
    done: set[str] = set()
    for start in rests_on:
        cycle = _cycle_from(start, rests_on, done)
        if cycle:
            return cycle
    return ()


def _cycle_from(
    start: str, rests_on: Mapping[str, Sequence[str]], done: set[str]
) -> tuple[str, ...]:
    road: list[str] = [start]
    following: list[Iterator[str]] = [iter(rests_on[start])]
    while road:
        name = next((one for one in following[-1] if one in rests_on and one not in done), None)
        if name is None:
            done.add(road.pop())
            following.pop()
        elif name in road:
            return (*road[road.index(name) :], name)
        else:
            road.append(name)
            following.append(iter(rests_on[name]))
    return ()
