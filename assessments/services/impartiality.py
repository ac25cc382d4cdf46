"""Declaring impartiality: never edited, only superseded."""

from collections.abc import Sequence
from datetime import datetime

from accounts.models import Person
from applications import journal
from applications.models import Application
from assessments.impartiality.hinting import hints_in
from assessments.impartiality.models import DeclarationCover
from assessments.impartiality.parties import participants_of
from assessments.impartiality.standing import hindrance_of
from assessments.models import Declaration
from assessments.notes import DECLARED
from assessments.notices import ask_leader
from assessments.placing import displace
from assessments.queries.declarations import declared_view
from assessments.refusals import Refusal
from assessments.rights import require_words
from criteria.impartiality import ASKED_AT_THE_GATE, View
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError


def declare(
    application: Application, view: View, *, reason: str = "", by: Person, at: datetime
) -> Declaration:
    """Declare the own impartiality in a case, against everyone who takes part in it.

    Doubt and partiality take a reason and close the case; so does coming back from them take one, and to be
    impartial where the own registered ties touch somebody who takes part. In doubt one waits for the
    leader's ruling; who is partial judges that alone, and is taken off at once (fvl. 1967 § 8, 2025 § 29).
    The journal tells the view; the reason stays in the declaration. A leader who is to rule is told.
    """
    with transaction():
        locked(application)
        before = declared_view(by.id, application.id) or View.IMPARTIAL
        plain = view is before is View.IMPARTIAL
        words = reason.strip() if plain else require_words(reason)
        if plain and not words and hints_in(by.id, [application.id]):
            raise RuleBrokenError(Refusal.HINT_WITHOUT_REASON)
        declaration = _declare(application, view, words, by, at)
        if view is View.PARTIAL:
            displace(application, by, by=by, at=at)
        ask_leader(application, by, at=at)
    return declaration


def declare_impartial(applications: Sequence[Application], *, by: Person, at: datetime) -> int:
    """Declare impartiality in several cases at once, each against everyone who takes part in it.

    Only where nothing but that answer is missing: a case in which the person has said anything else, or in
    which the own registered ties are a hint, is left as it is. Gives how many were declared.
    """
    with transaction():
        hinted = hints_in(by.id, [one.id for one in applications])
        new = [
            one
            for one in applications
            if one.id not in hinted
            and hindrance_of(by.id, locked(one).id) in ASKED_AT_THE_GATE
            and declared_view(by.id, one.id) in (None, View.IMPARTIAL)
        ]
        for application in new:
            _declare(application, View.IMPARTIAL, "", by, at)
    return len(new)


def _declare(
    application: Application, view: View, reason: str, by: Person, at: datetime
) -> Declaration:
    declaration = Declaration(
        application_id=application.id,
        person_id=by.id,
        view=view,
        reason=reason,
        declared_at=at,
    )
    db.session.add(declaration)
    db.session.flush()  # what it covers names it by id
    db.session.add_all(
        DeclarationCover(declaration_id=declaration.id, organisation_id=one)
        for one in sorted(participants_of(application.id))
    )
    journal.note(application, DECLARED[view], by=by, at=at, public=False)
    return declaration
