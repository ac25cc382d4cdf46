"""Collaborations of kommuner and their applications, made by the acts themselves."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from accounts.models import (
    HealthRegion,
    LanguageForm,
    MunicipalityVersion,
    Organisation,
    OrganisationKind,
    Person,
    Population,
    Role,
)
from accounts.queries import person
from applications import journal, queries, services
from applications.models import Application, Deficiency, Partner, PartnerRole
from applications.services import Basics, BudgetCell, PartnerTerms
from applications.tables import rows_kept
from criteria.budget import Source
from criteria.procedure import Act
from foundation import clock, files
from foundation.database import db, transaction
from foundation.files import Stored
from foundation.money import Ore, kroner
from grants.models import Call, Question, QuestionKind
from grants.tablecolumns import CellKind, TableColumn
from tests.builders.accounts import BEFORE_ALL, a_person, an_administrator, an_organisation
from tests.builders.grants import a_call
from tests.scenes import scene

AUTHORITY = "Delegert myndighet fra kommunestyret, sak 12/2026"
A_PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def a_kommune(
    name: str = "Lillevik",
    *,
    number: str = "4601",
    region: HealthRegion = HealthRegion.WEST,
    language: LanguageForm = LanguageForm.BOKMAL,
    county: str = "Vestland",
) -> Organisation:
    """Register a kommune with a version and a population."""
    organisation = an_organisation(f"K-{number}", OrganisationKind.MUNICIPALITY, name)
    with transaction():
        db.session.add(
            MunicipalityVersion(
                organisation_id=organisation.id,
                number=number,
                name=name,
                official_name=f"{name} kommune",
                county_number=number[:2],
                county_name=county,
                language_form=language,
                health_region=region,
                valid_from=BEFORE_ALL,
            )
        )
        db.session.add(Population(organisation_id=organisation.id, year=2026, inhabitants=4321))
    return organisation


def a_signatory(organisation: Organisation, name: str) -> Person:
    """Register somebody who signs for an organisation."""
    made = a_person(Role.SIGNATORY, organisation, name)
    return person(made.id)


def an_editor(organisation: Organisation, name: str) -> Person:
    """Register somebody who writes for an organisation, and does not sign."""
    made = a_person(Role.EDITOR, organisation, name)
    return person(made.id)


@dataclass
class Collaboration:
    """A lead, two participants, their people and an application that they write."""

    call: Call
    lead: Organisation
    others: list[Organisation]
    signatory: Person
    others_signatories: list[Person] = field(default_factory=list)

    def begin(self, title: str = "Felles journal i fjordkommunene") -> Application:
        """Begin an application."""
        made = services.start_application(
            self.call, self.lead, title=title, by=self.signatory, at=clock.now()
        )
        return self.read(made.id)

    def read(self, application_id: int) -> Application:
        """Read an application anew, and the people too: a request may have changed anything."""
        self.signatory = person(self.signatory.id)
        self.others_signatories = [person(one.id) for one in self.others_signatories]
        return queries.led_by(self.signatory, application_id)


@scene
def a_collaboration(call: Call | None = None, kommuner: int = 3) -> Collaboration:
    """Gather some kommuner with a signatory each, before an open call."""
    names = ["Lillevik", "Storfjord", "Midtdal", "Ytterøy", "Innvik"]
    places = [a_kommune(names[n], number=f"46{n + 1:02d}") for n in range(kommuner)]
    people = [a_signatory(place, f"Signe {place.name}") for place in places]
    return Collaboration(
        call=call or a_call(an_administrator()),
        lead=places[0],
        others=places[1:],
        signatory=people[0],
        others_signatories=people[1:],
    )


@scene
def a_filled_draft(collaboration: Collaboration) -> Application:
    """Fill in everything but the confirmations."""
    application = collaboration.begin()
    by, at = collaboration.signatory, clock.now()
    services.change_basics(application, the_basics(application.title), by=by, at=at)
    for organisation in collaboration.others:
        services.add_partner(application, organisation, PartnerRole.PARTICIPANT, by=by, at=at)
    application = queries.led_by(by, application.id)
    for partner in application.partners:
        terms = PartnerTerms(role=partner.role, effort_hours=200, systems_before=2)
        services.change_partner(partner, terms, by=by, at=at)
    activity = next(one for one in application.call.activities if one.supported)
    services.choose_activities(application, {activity.id: "Vi gjør det sammen."}, by=by, at=at)
    services.set_budget(application, the_cells(application, activity.id), by=by, at=at)
    services.answer_questions(application, the_answers(application.call), by=by, at=at)
    for wanted in application.call.required_attachments:
        services.attach(
            application, a_stored_pdf(), kind=wanted.code, filename=f"{wanted.code}.pdf", by=by, at=at
        )
    return queries.led_by(by, application.id)


@scene
def a_written_draft() -> tuple[Collaboration, Application]:
    """Let some kommuner have everything filled in but the confirmations."""
    together = a_collaboration()
    return together, a_filled_draft(together)


@scene
def a_ready_draft(collaboration: Collaboration) -> Application:
    """Fill in everything, with every participant's confirmation."""
    application = a_filled_draft(collaboration)
    confirm_all(collaboration, application)
    return queries.led_by(collaboration.signatory, application.id)


@scene
def a_submitted(collaboration: Collaboration | None = None) -> Application:
    """Hand a whole application in."""
    together = collaboration or a_collaboration()
    application = a_ready_draft(together)
    services.submit(application.id, by=together.signatory, at=clock.now())
    return queries.any_application(application.id)


def a_deficiency(case: Application, asked: str = "Send avtalen.") -> int:
    """Ask for something as the office does, and give the request's id."""
    officer = a_person(Role.CASE_OFFICER, name="Siri Spørsmål")
    with transaction():
        deficiency = Deficiency(
            application_id=case.id,
            asked=asked,
            asked_at=clock.now(),
            asked_by_id=officer.id,
            due_on=date(2026, 3, 20),
        )
        db.session.add(deficiency)
        journal.move(case, Act.ASK_FOR_MORE, by=officer, at=clock.now())
    return deficiency.id


def confirm_all(collaboration: Collaboration, application: Application) -> None:
    """Let every participant's signatory confirm."""
    signatories = dict(
        zip([one.id for one in collaboration.others], collaboration.others_signatories, strict=True)
    )
    for partner in participants(application):
        services.confirm_part(
            partner, authority=AUTHORITY, by=signatories[partner.organisation_id], at=clock.now()
        )


def participants(application: Application) -> list[Partner]:
    """Give the partners that must confirm."""
    return [one for one in application.partners if one.role is PartnerRole.PARTICIPANT]


def the_basics(title: str = "Felles journal i fjordkommunene") -> Basics:
    """Give a first section with nothing missing."""
    return Basics(
        title=title,
        collaboration_name="Fjordkommunene",
        start_on=date(2026, 9, 1),
        end_on=date(2027, 12, 31),
        contact_name="Signe Lillevik",
        contact_email="signe@example.org",
        contact_phone="22 22 22 22",
    )


def the_cells(application: Application, activity_id: int) -> list[BudgetCell]:
    """Give a budget of 1.2 million a partner, half of it own money."""
    return [
        BudgetCell(2026, partner.id, activity_id, source, Ore(kroner(600_000)))
        for partner in application.partners
        if partner.role is not PartnerRole.OBSERVER
        for source in (Source.GRANT, Source.OWN_FUNDING)
    ]


def the_answers(call: Call) -> dict[int, str]:
    """Answer every question of a call with something that fits; a file is another act."""
    return {
        question.id: an_answer(question)
        for question in call.questions
        if question.kind is not QuestionKind.FILE
    }


def an_answer(question: Question) -> str:
    """Answer one question."""
    if question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES):
        return question.choices[0].value
    if question.kind is QuestionKind.TABLE:
        return rows_kept([{column.code: a_cell(column) for column in question.columns}])
    return {
        QuestionKind.TEXT: "Kommunene har de samme behovene.",
        QuestionKind.NUMBER: "4",
        QuestionKind.MONEY: "1250000",
        QuestionKind.DATE: "2026-11-01",
        QuestionKind.DECLARATION: "yes",
    }[question.kind]


def a_cell(column: TableColumn) -> str:
    """Fill in one cell of a table."""
    if column.kind is CellKind.CHOICE:
        return column.choices[0].value
    return "Lillevik" if column.kind is CellKind.TEXT else "12"


def a_stored_pdf(content: bytes = A_PDF) -> Stored:
    """Put a small PDF in the store."""
    return files.store().receive(BytesIO(content))
