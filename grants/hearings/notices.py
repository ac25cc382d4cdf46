"""Who is told of hearings: who may comment when one opens, who commented when the answers are public."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from accounts.models import Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from accounts.queries import persons_as
from foundation.database import db
from foundation.wording import format_day
from grants.hearings.models import Hearing, HearingComment
from grants.hearings.queries import SPEAKS_FOR


def tell_who_may_apply(hearing: Hearing, *, at: datetime) -> None:
    """Tell everybody who speaks for an organisation that a draft is open for comment. Inside an act."""
    people = {person.id: person for role in SPEAKS_FOR for person in persons_as(role)}
    tell_persons(
        people.values(),
        Topic.HEARINGS,
        subject=_l("Utkast til høring, ikke en utlysning"),
        body=_l(
            "Helsedirektoratet ber om innspill til kriteriene og reglene i et utkast. Det er ikke en "
            "utlysning, og dere kan ikke søke ennå. Logg inn og velg «Høringer» for å lese utkastet. "
            "Siste dag for å gi innspill er %(closes)s.",
            closes=format_day(hearing.closes_on),
        ),
        at=at,
    )


def tell_who_spoke(hearing: Hearing, *, at: datetime) -> None:
    """Tell those who commented that the call is published, and the answers with it. Inside an act."""
    people = db.session.scalars(
        select(Person)
        .where(
            Person.id.in_(
                select(HearingComment.given_by_id).where(
                    HearingComment.hearing_id == hearing.id, HearingComment.withdrawn_at.is_(None)
                )
            )
        )
        .order_by(Person.id)
    ).all()
    tell_persons(
        people,
        Topic.HEARINGS,
        subject=_l("Svar på innspillene deres"),
        body=_l(
            "Utlysningen som dere ga innspill til, er kunngjort. På siden om høringen står det hva som "
            "ble gjort med hvert innspill, og hvorfor."
        ),
        at=at,
    )
