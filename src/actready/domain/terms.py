# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the law and of the evaluation contract, as enumerations."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The acts a questionnaire can belong to. ``common`` holds what both acts ask."""

    COMMON = "common"
    CRA = "cra"
    AI_ACT = "ai_act"


class About(StrEnum):
    """Whom a question is about: the organisation, or one of its subjects."""

    ORGANISATION = "organisation"
    SUBJECT = "subject"


class Kind(StrEnum):
    """The kinds of question. Each needs one editor in the window."""

    ONE_OF = "one_of"
    SEVERAL_OF = "several_of"
    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"


class Status(StrEnum):
    """How certain a finding is on the answers given."""

    ESTABLISHED = "established"
    EXCLUDED = "excluded"
    UNDETERMINED = "undetermined"


class Applies(StrEnum):
    """Whether an obligation applies on the answers given."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Readiness(StrEnum):
    """How far an obligation is met."""

    MET = "met"
    PARTLY = "partly"
    OPEN = "open"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Nature(StrEnum):
    """Whether an obligation has to be met, may be used, or only says how the law stands."""

    DUTY = "duty"
    OPTION = "option"
    NOTE = "note"


class Theme(StrEnum):
    """What an obligation is about, for lists and counts."""

    REPORTING = "reporting"
    DESIGN = "design"
    COMPONENTS = "components"
    VULNERABILITIES = "vulnerabilities"
    DOCUMENTATION = "documentation"
    CONFORMITY = "conformity"
    USERS = "users"
    SUPPLY_CHAIN = "supply_chain"
    STEWARDSHIP = "stewardship"
    COOPERATION = "cooperation"
    PRACTICES = "practices"
    OVERSIGHT = "oversight"
    DATA = "data"
    TRANSPARENCY = "transparency"
    MODELS = "models"
    PEOPLE = "people"


class Rule(StrEnum):
    """Which of amount and share of turnover is the ceiling of a fine."""

    HIGHER = "higher"
    LOWER = "lower"


class Urgency(StrEnum):
    """When a thing applies, seen from the date of the assessment."""

    IN_FORCE = "in_force"
    WITHIN_12_MONTHS = "within_12_months"
    LATER = "later"


#: Roles that the evaluation contract knows for each act.
ROLES: dict[Act, tuple[str, ...]] = {
    Act.CRA: (
        "manufacturer",
        "steward",
        "importer",
        "distributor",
        "authorised_representative",
        "fulfilment_service_provider",
        "none",
    ),
    Act.AI_ACT: (
        "provider",
        "deployer",
        "importer",
        "distributor",
        "authorised_representative",
        "product_manufacturer",
        "gpai_provider",
        "gpai_sr_provider",
        "downstream_modifier",
        "none",
    ),
}
