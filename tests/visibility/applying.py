"""Writing the applications of the world, with something hidden in every part of them."""

from dataclasses import replace

from accounts.models import Organisation
from accounts.queries import person
from applications import queries, services
from applications.contactpersons import ContactPerson, ContactPersons
from applications.documents import Upload
from applications.messages.queries import thread_of
from applications.messages.services import ask_office
from applications.models import Application, Partner, PartnerRole
from applications.services import BudgetCell, PartnerTerms
from criteria.budget import Source
from foundation import clock
from foundation.money import Ore, kroner
from grants.models import Call, QuestionKind
from tests.builders.applications import A_PDF, a_stored_pdf, the_answers, the_basics
from tests.visibility.viewers import (
    ADMITTED,
    ANSWERING,
    ASKED,
    CONFIRMED,
    EVERYBODY,
    LEAD,
    OFFICE,
    PARTNERS,
    Viewer,
)
from tests.visibility.world import Ids, World

SHARE = Ore(kroner(613_700))
STEP_UP = kroner(3_000)
"""What each partner asks for, more in each case than in the one before: no two amounts are alike."""
DRAFT = "draft"
OPEN = ("draft", "submitted", "incomplete", "eligible", "withdrawn")
"""The places whose call still takes applications."""
KEPT_OUT = "assessed"
"""The place whose application has another name in the public journal."""
PUBLISHED = ("awarded", "refused", "rejected", "accepted")
"""The places whose decision is published, and known to everybody at the office."""
SOUGHT = "Fjordbarometeret"
"""A word in every application, for whoever searches."""


def write_draft(world: World, call: Call, place: str) -> Application:
    """Write an application to its end: the partners have answered, one is only invited in a draft."""
    at, lead, inside = clock.now(), world.who(Viewer.LEAD_SIGNATORY), readers(place)
    hide = world.secrets.plant
    made = services.start_application(
        call, world.kommuner.lead, title=hide("title", place, titled(place)), by=lead, at=at
    )
    basics = replace(
        the_basics(made.title),
        contact_phone=_number(world, place),
        contact_name=hide("contact", place, inside),
    )
    services.change_basics(made, basics, by=lead, at=at)
    _invite(world, made, place)
    draft = queries.led_by(lead, made.id)
    for one in draft.partners:
        if one.role is not PartnerRole.OBSERVER:
            terms = PartnerTerms(role=one.role, effort_hours=200, systems_before=2)
            services.change_partner(one, terms, by=lead, at=at)
    activity = next(one for one in draft.call.activities if one.supported)
    words = {activity.id: hide("activity", place, inside)}
    services.choose_activities(draft, words, by=lead, at=at)
    share = Ore(SHARE + len(world.places) * STEP_UP)
    services.set_budget(draft, _cells(draft, activity.id, share), by=lead, at=at)
    services.answer_questions(draft, _answers(world, draft, place), by=lead, at=at)
    _attach(world, draft, place)
    _answer_as_partners(world, made.id, place)
    world.places[place] = _ids(world, made.id)
    return queries.led_by(world.who(Viewer.LEAD_SIGNATORY), made.id)


def hand_in(world: World, call: Call, place: str) -> Application:
    """Hand an application in and ask the office something."""
    draft = write_draft(world, call, place)
    services.submit(draft.id, by=world.who(Viewer.LEAD_SIGNATORY), at=clock.now())
    case = queries.any_application(draft.id)
    ask(world, case, place)
    return case


def ask(world: World, application: Application, place: str) -> None:
    """Write to the office, with a file."""
    hide = world.secrets.plant
    both = readers(place) | (ANSWERING if place == DRAFT else ADMITTED)
    ask_office(
        application,
        body=hide("message", place, both),
        upload=Upload(
            a_stored_pdf(_paper(hide("message file", place, both))),
            f"{hide('message file name', place, both)}.pdf",
        ),
        by=world.who(Viewer.LEAD_SIGNATORY),
        at=clock.now(),
    )
    world.places[place]["message_id"] = thread_of(application.id)[-1].id


def readers(place: str) -> frozenset[Viewer]:
    """Who may read an application: those who take part, and whom the gate lets in once it is a case."""
    return LEAD | (ASKED if place == DRAFT else PARTNERS | ADMITTED)


def titled(place: str) -> frozenset[Viewer]:
    """Who may know the name of an application: the cover of a case is shown before the gate.

    When the call has closed it stands in the public journal, unless an officer keeps it out of it.
    """
    if place == DRAFT:
        return LEAD | ASKED
    if place in OPEN or place == KEPT_OUT:
        return LEAD | PARTNERS | OFFICE
    return EVERYBODY


def _invite(world: World, application: Application, place: str) -> None:
    kommuner, by = world.kommuner, world.who(Viewer.LEAD_SIGNATORY)
    roles: list[tuple[Organisation, PartnerRole]] = [
        (kommuner.partner, PartnerRole.PARTICIPANT),
        (kommuner.ally, PartnerRole.PARTICIPANT),
        (kommuner.observer, PartnerRole.OBSERVER),
    ]
    if place == DRAFT:
        roles.append((kommuner.decliner, PartnerRole.PARTICIPANT))
        roles.append((kommuner.invited, PartnerRole.PARTICIPANT))
    for organisation, role in roles:
        services.add_partner(application, organisation, role, by=by, at=clock.now())


def _cells(draft: Application, activity: int, share: Ore) -> list[BudgetCell]:
    return [
        BudgetCell(2026, one.id, activity, source, share)
        for one in draft.partners
        if one.role is not PartnerRole.OBSERVER
        for source in (Source.GRANT, Source.OWN_FUNDING)
    ]


def _answers(world: World, draft: Application, place: str) -> dict[int, str]:
    answers = the_answers(draft.call)
    text = next(one for one in draft.call.questions if one.kind is QuestionKind.TEXT)
    answers[text.id] = f"{SOUGHT} {world.secrets.plant('answer', place, readers(place))}"
    return answers


def _attach(world: World, draft: Application, place: str) -> None:
    content = _paper(world.secrets.plant("attachment", place, readers(place)))
    for wanted in draft.call.required_attachments:
        services.attach(
            draft, a_stored_pdf(content), kind=wanted.code,
            filename=f"{wanted.code}.pdf", by=world.who(Viewer.LEAD_SIGNATORY), at=clock.now(),
        )  # fmt: skip


def _answer_as_partners(world: World, application_id: int, place: str) -> None:
    at, hide, kommuner = clock.now(), world.secrets.plant, world.kommuner
    by_place = {one.organisation_id: one for one in _read(world, application_id).partners}
    if place == DRAFT:
        declining = by_place[kommuner.decliner.id]
        words = hide("reason to decline", place, LEAD | {Viewer.DECLINED})
        services.decline_part(declining, reason=words, by=world.who(Viewer.DECLINED), at=at)
    own, partner = by_place[kommuner.partner.id], world.who(Viewer.PARTNER)
    authority = hide("authority", place, readers(place))
    services.confirm_part(own, authority=authority, by=partner, at=at)
    ally = by_place[kommuner.ally.id]
    services.confirm_part(ally, authority=authority, by=person(world.ally.id), at=at)
    persons = ContactPersons(
        ContactPerson("Kari Kontakt", "kari@example.org", _partners_number(world, place)),
        ContactPerson(),
    )
    services.name_contacts(own, persons, by=partner, at=at)


def _ids(world: World, application_id: int) -> Ids:
    found = _read(world, application_id)
    own: Partner = next(
        one for one in found.partners if one.organisation_id == world.kommuner.partner.id
    )
    return {
        "application_id": found.id,
        "call_id": found.call_id,
        "partner_id": own.id,
        "attachment_id": found.attachments[0].id,
        "organisation_id": world.kommuner.lead.id,
        "group": 1,
        "number": 1,
        "language": "nb",
        "table": "kriterier",
        "paper": "regelark",
    }


def _read(world: World, application_id: int) -> Application:
    return queries.led_by(world.who(Viewer.LEAD_SIGNATORY), application_id)


def _number(world: World, place: str) -> str:
    """Give the contact a telephone number that nobody else has."""
    number = f"9{len(world.places) + 10:02d} 61 408"
    world.secrets.note("telephone number", place, number, readers(place))
    return number


def _partners_number(world: World, place: str) -> str:
    number = f"9{len(world.places) + 10:02d} 72 519"
    world.secrets.note("partner's telephone number", place, number, CONFIRMED)
    return number


def _paper(word: str) -> bytes:
    return A_PDF + f"% {word}\n".encode()
