"""When we no longer reach those who apply, both sides hear of it, and it ends by itself."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from accounts import services as accounts
from accounts.models import Membership, Person, Role
from accounts.notices import services as notices
from accounts.notices.queries import living_mark
from accounts.notices.refusals import NoticeRefusal
from accounts.queries import person
from applications.contacts.alarms import Unreached, alarms_of, out_of_reach
from applications.contacts.current import Contact, contact_of
from applications.contacts.refusals import ContactRefusal
from applications.contacts.services import name_contact
from applications.models import Application
from applications.queries import any_application, application_of, public_events
from applications.record import fingerprint_of
from applications.refusals import Refusal
from assessments.notices import ask_applicant
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.outbox import Mail
from tests.builders.accounts import a_person
from tests.builders.applications import Collaboration, a_collaboration, a_submitted
from tests.builders.assessments import a_submitted_case, an_officer
from tests.querycount import asked

NEW = Contact("Nina Ny", "Nina.Ny@example.org", "99 99 99 99")


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def case(together: Collaboration) -> Application:
    return a_submitted(together)


def the_administrator() -> Person:
    return person(a_person(Role.ADMINISTRATOR, name="Arne Admin").id)


def listed() -> dict[int, tuple[Unreached, ...]]:
    return {one.application_id: one.why for one in out_of_reach()}


def test_a_case_whose_people_are_reached_raises_nothing(case: Application) -> None:
    assert (alarms_of(case.id), listed()) == ((), {})


def test_a_dead_address_raises_the_alarm_until_it_is_cleared(case: Application) -> None:
    officer = an_officer()
    notices.mark_dead(case.contact_email.upper(), reason="Retur", by=officer, at=clock.now())
    assert alarms_of(case.id) == (Unreached.CONTACT_DEAD,)
    assert listed() == {case.id: (Unreached.CONTACT_DEAD,)}
    mark = living_mark(case.contact_email)
    assert mark is not None
    notices.clear_address(mark, by=officer, at=clock.now())
    assert (alarms_of(case.id), listed()) == ((), {})


def test_a_new_contact_ends_it_and_what_was_handed_in_stays(
    case: Application, together: Collaboration
) -> None:
    before = fingerprint_of(case)
    notices.mark_dead(case.contact_email, reason="Retur", by=an_officer(), at=clock.now())
    name_contact(case, NEW, by=together.signatory, at=clock.now())
    assert alarms_of(case.id) == ()
    again = any_application(case.id)
    assert contact_of(again) == NEW._replace(email=NEW.email.lower())
    assert (again.contact_email, fingerprint_of(again)) == (case.contact_email, before)
    assert public_events(case.id)[0].kind == "contact_named"


def test_who_has_left_and_nobody_who_signs_raise_it_too(
    case: Application, together: Collaboration
) -> None:
    assert case.contact_email == together.signatory.email.replace("signe.lillevik", "signe")
    name_contact(
        case, Contact("Signe", together.signatory.email, ""), by=together.signatory, at=clock.now()
    )
    accounts.deactivate_person(together.signatory, by=the_administrator(), at=clock.now())
    assert set(alarms_of(case.id)) == {Unreached.CONTACT_LEFT, Unreached.NO_SIGNATORY}
    assert set(listed()[case.id]) == {Unreached.CONTACT_LEFT, Unreached.NO_SIGNATORY}


def test_a_signature_that_has_ended_is_no_signature(
    case: Application, together: Collaboration
) -> None:
    (membership,) = db.session.scalars(
        select(Membership).where(Membership.person_id == together.signatory.id)
    )
    accounts.end_role(membership, by=the_administrator(), at=clock.now())
    assert alarms_of(case.id) == (Unreached.NO_SIGNATORY,)


def test_a_draft_is_not_on_the_offices_list(together: Collaboration) -> None:
    draft = together.begin()
    notices.mark_dead(draft.contact_email, reason="Retur", by=an_officer(), at=clock.now())
    assert alarms_of(draft.id) == (Unreached.CONTACT_DEAD,)
    assert listed() == {}


@pytest.mark.parametrize(
    ("contact", "refusal"),
    [
        (NEW._replace(name=" "), ContactRefusal.NAME_MISSING),
        (NEW._replace(email="nina"), NoticeRefusal.NOT_AN_ADDRESS),
    ],
)
def test_a_contact_can_be_reached(
    case: Application, together: Collaboration, contact: Contact, refusal: object
) -> None:
    with pytest.raises(RuleBrokenError) as refused:
        name_contact(case, contact, by=together.signatory, at=clock.now())
    assert refused.value.reason is refusal


def test_only_the_leads_people_name_a_contact(case: Application, together: Collaboration) -> None:
    other = together.others_signatories[0]
    with pytest.raises(RuleBrokenError) as refused:
        name_contact(application_of(other, case.id), NEW, by=other, at=clock.now())
    assert refused.value.reason is Refusal.NOT_LEADS_EDITOR
    draft = together.begin("Nytt utkast")
    with pytest.raises(RuleBrokenError) as refused:
        name_contact(draft, NEW, by=together.signatory, at=clock.now())
    assert refused.value.reason is ContactRefusal.STILL_A_DRAFT


def test_notices_go_to_the_new_contact(case: Application, together: Collaboration) -> None:
    name_contact(case, NEW, by=together.signatory, at=clock.now())
    before = set(db.session.scalars(select(Mail.id)))
    with transaction():
        ask_applicant(any_application(case.id), date(2026, 6, 1), at=clock.now())
    recipients = db.session.scalars(select(Mail.recipient).where(Mail.id.not_in(before)))
    assert NEW.email.lower() in set(recipients)


def test_the_list_asks_once_however_many_cases(case: Application) -> None:
    more = [a_submitted_case(case.call, place) for place in (1, 2)]
    officer = an_officer()
    for one in (case, *more):
        notices.mark_dead(one.contact_email, reason="Retur", by=officer, at=clock.now())
    with asked() as heard:
        assert len(out_of_reach()) == 3
    assert heard.number == 1
