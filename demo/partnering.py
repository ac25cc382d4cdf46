"""Partners of an open draft that answer each in its own way, and a kommune that waits for the next call."""

from datetime import datetime, timedelta

from accounts.models import Person
from applications import contents, queries, services
from applications.contactpersons import ContactPerson, ContactPersons
from applications.factsheets.queries import newest_sheet
from applications.factsheets.services import Facts, System, confirm_facts
from applications.interests.queries import living_for
from applications.interests.services import Wish, register_interest
from applications.models import Application, Partner, PartnerRole
from applications.offered import Figures
from criteria.reaching import WithoutGrant
from demo.applying import Stage
from demo.people import DOMAIN

AUTHORITY = "Kommunedirektøren, delegert myndighet (demodata)"


def answer(stage: Stage, draft: Application, *, at: datetime) -> None:
    """Let one partner confirm its facts and its part, one propose other figures, one decline.

    Then the lead counts on more hours of the first, whose confirmation falls.
    """
    lead = next(one for one in draft.partners if one.role is PartnerRole.LEAD)
    by = stage.cast.signatories[lead.organisation_id]
    asked = [one for one in draft.partners if one.role is PartnerRole.PARTICIPANT]
    for partner, say in zip(asked, (_confirm, _propose, _decline), strict=False):
        say(stage, draft, partner, at + timedelta(hours=1))
    _change_one(queries.led_by(by, draft.id), by, at + timedelta(hours=3))
    wish = Wish(
        contact_name=by.name, contact_email=by.email,
        note="Vi vil gjerne søke om neste del også (demodata).",
    )  # fmt: skip
    if not living_for(draft.call.measure_id, [lead.organisation_id]):
        register_interest(lead.organisation, draft.call.measure, wish, by=by, at=at)


def _confirm(stage: Stage, draft: Application, partner: Partner, at: datetime) -> None:
    del draft
    by = stage.cast.signatories[partner.organisation_id]
    persons = ContactPersons(
        ContactPerson(by.name, by.email, "00 00 00 00"),
        ContactPerson(f"Stedfortreder for {by.name}", f"stedfortreder@{DOMAIN}"),
    )
    facts = Facts(
        persons=persons, post_email=f"postmottak.{partner.organisation_id}@{DOMAIN}",
        networks="Regionalt innkjøpssamarbeid (oppdiktet)", hours_a_year=400,
        without_grant=tuple(WithoutGrant)[partner.organisation_id % len(WithoutGrant)],
        systems=(System("Journal A (oppdiktet)", "Pleie og omsorg"),
                 System("Journal B (oppdiktet)", "Helsestasjon")),
    )  # fmt: skip
    if newest_sheet(partner.organisation_id) is None:
        confirm_facts(partner.organisation, facts, seen=None, by=by, at=at)
    services.confirm_part(partner, authority=AUTHORITY, persons=persons, by=by, at=at)


def _propose(stage: Stage, draft: Application, partner: Partner, at: datetime) -> None:
    figures = Figures(
        cells=contents.cells_of(draft, partner.id), effort_hours=partner.effort_hours // 2
    )
    services.offer_figures(
        partner, figures, comment="Vi har ikke så mange ledige hender i høst (demodata).",
        by=stage.cast.signatories[partner.organisation_id], at=at,
    )  # fmt: skip


def _decline(stage: Stage, draft: Application, partner: Partner, at: datetime) -> None:
    del draft
    services.decline_part(
        partner, reason="Vi er bundet av en avtale ut 2028 (demodata).",
        by=stage.cast.signatories[partner.organisation_id], at=at,
    )  # fmt: skip


def _change_one(draft: Application, by: Person, at: datetime) -> None:
    confirmed = next((one for one in draft.partners if one.confirmations), None)
    if confirmed is not None:
        terms = contents.PartnerTerms(
            role=confirmed.role, effort_hours=confirmed.effort_hours + 40,
            systems_before=confirmed.systems_before,
        )  # fmt: skip
        services.change_partner(confirmed, terms, by=by, at=at)
