"""A draft on hearing, what is said of it, and what the office answers."""

from datetime import date

from accounts.models import Person
from foundation import clock
from foundation.language import Bilingual
from grants.hearings import queries, services
from grants.hearings.models import Hearing, HearingComment, HearingPoint, Outcome
from grants.models import Call

ASKED = Bilingual("Er vektene riktige?", "Er vektene rette?")
DONE = Bilingual("Vekten er satt ned.", "Vekta er sett ned.")
SUMMARY = Bilingual("De fleste ville ha lavere vekt.", "Dei fleste ville ha lågare vekt.")
CLOSES_ON = date(2026, 3, 20)
AFTERWARDS = clock.end_of_day(CLOSES_ON)


def a_hearing(
    call: Call, by: Person, asked: Bilingual = ASKED, closes_on: date = CLOSES_ON
) -> Hearing:
    """Open a draft for comment, until 20 March unless another day is said."""
    made = services.open_hearing(call, asked=asked, closes_on=closes_on, by=by, at=clock.now())
    return queries.hearing(made.id)


def say(
    hearing: Hearing, by: Person, text: str = "Vekten er for høy.", point: HearingPoint | None = None
) -> HearingComment:
    """Comment as the organisation that the person acts for."""
    place = next(iter(by.organisations_as(*queries.SPEAKS_FOR)))
    said = services.Said(place, point, text)
    return services.comment(hearing, said, by=by, at=clock.now())


def finish(hearing: Hearing, by: Person, reason: Bilingual = DONE) -> None:
    """Answer everything, and sum up, once the hearing is over."""
    with clock.frozen(AFTERWARDS):
        given = [one.id for one in queries.comments_on(hearing)]
        if given:
            services.answer_comments(
                hearing, given, Outcome.TAKEN_IN, reason, by=by, at=clock.now()
            )
        services.sum_up(hearing, SUMMARY, by=by, at=clock.now())
