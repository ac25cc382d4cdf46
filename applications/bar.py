"""How far the partners have come: who has confirmed, who lacks, who declined, who wants other figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from flask_babel import lazy_gettext as _l

from applications import facts
from applications.models import Application, CounterOffer, Partner, PartnerRole
from foundation import words


class PartnerAnswer(StrEnum):
    """What a participant has answered so far."""

    CONFIRMED = "confirmed"
    WAITING = "waiting"
    FELL = "fell"
    OFFERED = "offered"
    DECLINED = "declined"


words.register(
    {
        PartnerAnswer.CONFIRMED: _l("Bekreftet"),
        PartnerAnswer.WAITING: _l("Har ikke bekreftet"),
        PartnerAnswer.FELL: _l("Må bekrefte på nytt, fordi delen er endret"),
        PartnerAnswer.OFFERED: _l("Foreslår andre tall"),
        PartnerAnswer.DECLINED: _l("Takket nei"),
    }
)


@dataclass(frozen=True, slots=True)
class BarPlace:
    """A participant and what it has answered, with the moment that matters.

    One that has confirmed may still propose other figures: what it confirmed holds until they stand.
    """

    partner: Partner
    answer: PartnerAnswer
    at: datetime | None
    offer: CounterOffer | None


@dataclass(frozen=True, slots=True)
class Bar:
    """The participants of an application in the order they came in."""

    places: tuple[BarPlace, ...]

    @property
    def confirmed(self) -> int:
        """Count those that have confirmed their part as it stands."""
        return sum(one.answer is PartnerAnswer.CONFIRMED for one in self.places)

    @property
    def groups(self) -> list[tuple[PartnerAnswer, list[BarPlace]]]:
        """Give the answers that somebody has given, each with those who gave it."""
        found = {
            answer: [one for one in self.places if one.answer is answer]
            for answer in PartnerAnswer
        }
        return [(answer, places) for answer, places in found.items() if places]

    @property
    def offers(self) -> list[BarPlace]:
        """Give those that propose other figures."""
        return [one for one in self.places if one.offer is not None]

    @property
    def lacks(self) -> bool:
        """Tell whether anybody is waited for."""
        return any(
            one.answer not in (PartnerAnswer.CONFIRMED, PartnerAnswer.DECLINED)
            for one in self.places
        )


def bar_of(application: Application) -> Bar:
    """Tell how far the participants of an application have come."""
    return Bar(tuple(_places(application)))


def open_offer_of(partner: Partner) -> CounterOffer | None:
    """Give the figures that a partner proposes and that nobody has answered; offers must be loaded."""
    return next(
        (one for one in partner.offers if one.answered_at is None and one.withdrawn_at is None),
        None,
    )


def _places(application: Application) -> Iterator[BarPlace]:
    for partner in application.partners:
        if partner.role is PartnerRole.PARTICIPANT:
            yield _place(application, partner)


def _place(application: Application, partner: Partner) -> BarPlace:
    offer = open_offer_of(partner)
    last = partner.confirmations[-1] if partner.confirmations else None
    if partner.declined_at is not None:
        return BarPlace(partner, PartnerAnswer.DECLINED, partner.declined_at, None)
    if last is not None and facts.covers(application, partner, last):
        return BarPlace(partner, PartnerAnswer.CONFIRMED, last.confirmed_at, offer)
    if offer is not None:
        return BarPlace(partner, PartnerAnswer.OFFERED, offer.made_at, offer)
    if last is not None:
        return BarPlace(partner, PartnerAnswer.FELL, last.fell_at, None)
    return BarPlace(partner, PartnerAnswer.WAITING, partner.reminded_at, None)
