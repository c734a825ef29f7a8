# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts in the forms that OSCAL demands: never empty, titles in one line."""

from __future__ import annotations

from actready.exports.oscal_models import Property
from actready.exports.words import clean, one_line
from actready.i18n import gettext as _
from actready.report.context import Duty

#: The names of properties are ours, as OSCAL wants it said.
NAMESPACE = "urn:actready:oscal"


def title(written: str) -> str:
    """Return a text in one line that is not empty."""
    return one_line(written) or "-"


def text(written: str) -> str:
    """Return a text that is not empty."""
    return clean(written) or "-"


def described(duty: Duty) -> str:
    """Return what a duty asks for, its provisions and its evidence."""
    evidence = "; ".join(duty.evidence)
    parts = (
        duty.text,
        _("Provisions: {provisions}").format(provisions=", ".join(duty.provisions)),
        _("Evidence: {evidence}").format(evidence=evidence) if evidence else "",
    )
    return text("\n".join(filter(None, parts)))


def properties(**values: str) -> tuple[Property, ...] | None:
    """Return properties for what is not empty; None for none. Names are written with hyphens."""
    return (
        tuple(
            Property(name=name.replace("_", "-"), ns=NAMESPACE, value=title(value))
            for name, value in values.items()
            if value
        )
        or None
    )
