"""Partners that are reminded, told and taken out; and confirmations that fall, told with what changed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.models import OrganisationKind
from applications import contents, facts, queries, services
from applications.contactpersons import persons_of
from applications.falling import TELL_AFTER
from applications.models import Application, Confirmation, Event, PartnerRole
from applications.refusals import Refusal
from applications.services.partnering import REMIND_AGAIN_AFTER
from criteria.confirmation import fingerprint, read_part
from foundation import clock, outbox
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import kroner
from foundation.outbox import Mail
from tests.builders.accounts import an_organisation
from tests.builders.applications import (
    AUTHORITY,
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
    a_signatory,
    a_submitted,
    participants,
)
from tests.builders.partners import PERSONS


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


def now(together: Collaboration, draft: Application) -> Application:
    return queries.led_by(together.signatory, draft.id)


def mails_to(email: str) -> list[Mail]:
    found = select(Mail).where(Mail.recipient == email).order_by(Mail.id)
    return list(db.session.scalars(found))


def change_hours(together: Collaboration, draft: Application, hours: int) -> None:
    own = participants(now(together, draft))[0]
    terms = replace(contents.terms_of(own), effort_hours=hours)
    services.change_partner(own, terms, by=together.signatory, at=clock.now())


def last_of(together: Collaboration, draft: Application) -> Confirmation:
    return participants(now(together, draft))[0].confirmations[-1]


def test_a_yes_keeps_what_it_covered_and_whom_to_reach(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    own = participants(draft)[0]
    made = services.confirm_part(
        own, authority=AUTHORITY, persons=PERSONS, by=together.others_signatories[0],
        at=clock.now(),
    )  # fmt: skip
    own = participants(now(together, draft))[0]
    assert made.covered is not None
    assert fingerprint(read_part(made.covered)) == made.fingerprint
    assert made.inhabitants == 4321
    assert persons_of(own) == PERSONS


def test_other_contacts_void_nothing_and_may_come_after_it_is_handed_in(
    together: Collaboration,
) -> None:
    case = a_submitted(together)
    own = participants(case)[0]
    services.name_contacts(own, PERSONS, by=together.others_signatories[0], at=clock.now())
    case = queries.any_application(case.id)
    assert persons_of(participants(case)[0]) == PERSONS
    assert all(facts.is_confirmed(case, one) for one in participants(case))
    with pytest.raises(RuleBrokenError) as error:
        services.name_contacts(own, PERSONS, by=together.signatory, at=clock.now())
    assert error.value.reason is Refusal.NOT_PARTNERS_PERSON


def test_a_partner_is_told_once_that_its_yes_fell_and_why(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    email = together.others_signatories[0].email
    before = len(mails_to(email))
    change_hours(together, draft, 300)
    change_hours(together, draft, 350)
    assert last_of(together, draft).fell_at is not None
    outbox.work_until_empty(clock.now())
    assert len(mails_to(email)) == before, "somebody may still be typing"

    outbox.work_until_empty(clock.now() + TELL_AFTER)
    outbox.work_until_empty(clock.now() + 2 * TELL_AFTER)

    told = mails_to(email)[before:]
    assert [one.subject for one in told] == ["Dere må bekrefte deres del på nytt"]
    assert "Egeninnsatsen: fra 200 timer til 350 timer" in told[0].body
    assert draft.title not in told[0].body
    other = together.others_signatories[1].email
    assert all("på nytt" not in one.subject for one in mails_to(other))


def test_the_mail_names_amounts_by_year_and_source(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    own = participants(draft)[0]
    cells = list(contents.cells_of(draft, own.id))
    cells[0] = replace(cells[0], amount=kroner(500_000))
    services.set_partner_budget(own, cells, by=together.signatory, at=clock.now())
    outbox.work_until_empty(clock.now() + TELL_AFTER)
    body = mails_to(together.others_signatories[0].email)[-1].body.replace("\xa0", " ")
    assert "fra 600 000 kr til 500 000 kr" in body
    assert "2026" in body


def test_what_is_changed_back_in_time_is_never_told(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    email = together.others_signatories[0].email
    before = len(mails_to(email))
    change_hours(together, draft, 300)
    change_hours(together, draft, 200)
    assert last_of(together, draft).fell_at is None
    outbox.work_until_empty(clock.now() + TELL_AFTER)
    assert len(mails_to(email)) == before


def test_what_is_changed_back_after_it_was_told_is_told_too(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    change_hours(together, draft, 300)
    outbox.work_until_empty(clock.now() + TELL_AFTER)
    change_hours(together, draft, 200)
    told = mails_to(together.others_signatories[0].email)[-1]
    assert told.subject == "Bekreftelsen deres gjelder igjen"
    kinds = db.session.scalars(select(Event.kind).order_by(Event.id)).all()
    assert kinds[-2:] == ["partner_fell", "partner_stands_again"]


def test_an_act_that_is_refused_fells_nothing(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    own = participants(draft)[0]
    terms = contents.PartnerTerms(role=PartnerRole.LEAD, effort_hours=900)
    with pytest.raises(RuleBrokenError):
        services.change_partner(own, terms, by=together.signatory, at=clock.now())
    assert last_of(together, draft).fell_at is None
    assert db.session.scalar(select(func.count()).where(Event.kind == "partner_fell")) == 0


def test_those_who_lack_are_reminded_but_not_again_and_again(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    first, _second = participants(draft)
    at, by = clock.now() + REMIND_AGAIN_AFTER, together.signatory
    services.confirm_part(
        first, authority=AUTHORITY, by=together.others_signatories[0], at=clock.now()
    )
    with pytest.raises(RuleBrokenError) as error:
        services.remind_partners(draft, by=by, at=at - timedelta(seconds=1))
    assert error.value.reason is Refusal.REMINDED_LATELY

    assert services.remind_partners(draft, by=by, at=at) == ["Midtdal"]
    assert mails_to(together.others_signatories[1].email)[-1].subject.startswith("Husk å bekrefte")
    with pytest.raises(RuleBrokenError) as error:
        services.remind_partners(draft, by=by, at=at + timedelta(minutes=5))
    assert error.value.reason is Refusal.REMINDED_LATELY
    assert db.session.scalar(select(func.count()).where(Event.kind == "partner_reminded")) == 1


def test_nobody_is_reminded_when_all_have_answered(together: Collaboration) -> None:
    draft = a_ready_draft(together)
    services.decline_part(
        participants(draft)[1], reason="Vi rekker det ikke.",
        by=together.others_signatories[1], at=clock.now(),
    )  # fmt: skip
    with pytest.raises(RuleBrokenError) as error:
        services.remind_partners(
            draft, by=together.signatory, at=clock.now() + timedelta(days=3)
        )
    assert error.value.reason is Refusal.NOBODY_TO_REMIND
    declined = participants(now(together, draft))[1]
    assert declined.declined_reason == "Vi rekker det ikke."
    assert "har takket nei" in mails_to("signe@example.org")[-1].subject


def test_an_observer_promises_nothing(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    own = participants(draft)[0]
    watching = contents.PartnerTerms(role=PartnerRole.OBSERVER, effort_hours=1)
    with pytest.raises(RuleBrokenError) as error:
        services.change_partner(own, watching, by=together.signatory, at=clock.now())
    assert error.value.reason is Refusal.OBSERVER_PROMISES_NOTHING


def test_a_health_trust_takes_part_and_confirms(together: Collaboration) -> None:
    draft = a_filled_draft(together)
    trust = an_organisation("HF-1", OrganisationKind.HEALTH_TRUST, "Helse Fjord HF")
    signatory = a_signatory(trust, "Helga Helse")
    own = services.add_partner(
        draft, trust, PartnerRole.PARTICIPANT, message="Bli med!", by=together.signatory,
        at=clock.now(),
    )  # fmt: skip
    made = services.confirm_part(own, authority=AUTHORITY, by=signatory, at=clock.now())
    assert made.inhabitants is None
    seen = queries.application_of(signatory, draft.id)
    assert queries.partner_of(seen, own.id).invitation == "Bli med!"


def test_partners_are_told_when_they_are_taken_out_and_when_it_is_withdrawn(
    together: Collaboration,
) -> None:
    draft = a_filled_draft(together)
    first, second = (one.email for one in together.others_signatories)
    services.remove_partner(participants(draft)[0], by=together.signatory, at=clock.now())
    assert mails_to(first)[-1].subject == "Dere er tatt ut av en søknad"
    services.withdraw(draft, reason="", by=together.signatory, at=clock.now())
    assert mails_to(second)[-1].subject == "En søknad dere er med i, er trukket"
    assert mails_to(first)[-1].subject == "Dere er tatt ut av en søknad"
