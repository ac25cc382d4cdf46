"""Offering the register of standards in the question catalogue, for calls to ask."""

from dataclasses import replace
from datetime import datetime

from accounts import audit
from accounts.models import Person
from foundation import clock
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from grants import cataloguing, wordings
from grants import queries as grants
from grants.catalogue import ChoiceSheet, QuestionSheet
from grants.models import QuestionKind
from grants.questionwords import QuestionRefusal
from grants.registers import queries

CODE = "STAND-REG"
"""The question whose choices are the register's codes."""
_ASKED = QuestionSheet(
    code=CODE,
    version=1,
    section=Bilingual("", ""),
    kind=QuestionKind.CHOICES,
    label=Bilingual(
        "Hvilke standarder og nasjonale løsninger skal prosjektet bruke?",
        "Kva standardar og nasjonale løysingar skal prosjektet bruke?",
    ),
    help=Bilingual(
        "Listen er standardregisteret. Kravene er de samme uansett hvilken journalløsning dere bruker.",
        "Lista er standardregisteret. Krava er dei same uansett kva journalløysing de bruker.",
    ),
    required=False,
    max_chars=None,
    choices=(),
)


def offer_standards(*, by: Person, at: datetime) -> int:
    """Word the question anew with the standards that are in force, and give its version.

    Calls that ask an earlier version keep it. Raises RuleBrokenError when the newest offers the same.
    """
    with transaction():
        locked(grants.scheme())
        newest = wordings.wording(CODE, wordings.newest_version(CODE))
        asked = wordings.sheet_of_wording(newest) if newest else _ASKED
        in_force = queries.standards_on(clock.in_oslo(at).date())
        offered = tuple(ChoiceSheet(one.code, one.newest.title) for one in in_force)
        sheet = replace(asked, choices=offered)
        if newest is not None and wordings.same_words(asked, sheet):
            raise RuleBrokenError(QuestionRefusal.NOTHING_NEW, version=newest.version)
        version = newest.version + 1 if newest else 1
        cataloguing.write(replace(sheet, version=version), by=by, at=at)
        act = "catalogue.worded_anew" if newest else "catalogue.question_added"
        audit.record(act, subject=f"question:{CODE}", by=by, at=at, version=version)
    return version
