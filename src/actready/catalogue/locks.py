# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Published editions are locked: their digest is written down and has to stay what it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from actready.catalogue.loaded import LoadedEdition
from actready.catalogue.places import Place, read_place
from actready.errors import Fault, did_you_mean
from actready.i18n import gettext as _

LOCKS_NAME: Final = "published.yaml"


def lock_faults(root: Path, editions: Sequence[LoadedEdition]) -> list[Fault]:
    """Return a fault for every published edition whose files differ from when it was published.

    The file ``published.yaml`` maps ``<act>/<edition>`` to a digest; without it nothing is locked.
    """
    path = root / LOCKS_NAME
    faults: list[Fault] = []
    place = read_place(path, f"{root.name}/{LOCKS_NAME}", faults) if path.exists() else None
    if place is None:
        return faults
    if not isinstance(place.node.value, dict):
        hint = _("Write one line for each edition: act/edition: digest.")
        return [place.fault(_("The file lists no editions."), hint)]
    digests = {f"{one.edition.act}/{one.edition.id}": one.digest for one in editions}
    return list(_differences(place, list(place.node.value), digests))


def _differences(place: Place, names: list[str], digests: Mapping[str, str]) -> Iterator[Fault]:
    for name in names:
        if name not in digests:
            problem = _("The published edition '{name}' is missing.").format(name=name[:60])
            hint = did_you_mean(name, digests) or _("Put its folder back.")
            yield place.fault(problem, hint, name)
        elif place.text(name) != digests[name]:
            problem = _("The published edition '{name}' was changed.").format(name=name)
            hint = _("Undo the change and make a new edition, or write the new digest {digest}.")
            yield place.fault(problem, hint.format(digest=digests[name]), name)
