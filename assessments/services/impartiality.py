"""Declaring impartiality: never edited, only superseded."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from applications import journal
from applications.models import Application
from assessments.models import Assignment, Declaration
from assessments.notes import DECLARED, TAKEN_OFF
from assessments.queries.declarations import declared_view
from assessments.rights import require_words
from criteria.impartiality import View
from foundation.database import db, locked, transaction


def declare(
    application: Application, view: View, *, reason: str = "", by: Person, at: datetime
) -> Declaration:
    """Declare the own impartiality in a case, against everyone who takes part in it.

    Doubt and partiality take a reason, and take the person off the case: it must go to another
    officer (fvl. 1967 § 8). So does coming back from them. The journal tells the view; the reason
    stays in the declaration.
    """
    with transaction():
        locked(application)
        before = declared_view(by.id, application.id) or View.IMPARTIAL
        plain = view is before is View.IMPARTIAL
        words = reason.strip() if plain else require_words(reason)
        declaration = _declare(application, view, words, by, at)
        if view is not View.IMPARTIAL:
            _take_off(application, by, at)
    return declaration


def declare_impartial(applications: Sequence[Application], *, by: Person, at: datetime) -> int:
    """Declare impartiality in several cases at once, each against everyone who takes part in it.

    A case where the person has declared anything before is left as it is; give how many were not.
    """
    with transaction():
        new = [one for one in applications if declared_view(by.id, locked(one).id) is None]
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
    journal.note(application, DECLARED[view], by=by, at=at, public=False)
    return declaration


def _take_off(application: Application, person: Person, at: datetime) -> None:
    living = db.session.scalars(
        select(Assignment).where(
            Assignment.application_id == application.id,
            Assignment.person_id == person.id,
            Assignment.ended_at.is_(None),
        )
    )
    for one in living:
        one.ended_at = at
        journal.note(
            application, TAKEN_OFF[one.task], by=person, at=at, public=False, name=person.name
        )
