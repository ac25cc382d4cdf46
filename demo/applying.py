"""Filling in, confirming and handing in the made-up applications, by the acts that people use."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from random import Random

from accounts.models import Person
from applications import queries, services
from applications.contents import Basics, BudgetCell, Division, PartnerTerms
from applications.effort.services import say_effort
from applications.models import Application, LegalForm, PartnerRole
from criteria.budget import Source
from criteria.costkey import WHOLE, CostKey
from demo import answers, texts
from demo.drawing import Draw
from demo.people import DOMAIN, Cast
from demo.plan import Round
from foundation.files import Store
from foundation.money import Ore, kroner
from grants.models import Activity, Call

HALF = 50


@dataclass(frozen=True, slots=True)
class Stage:
    """What the applicants of a round share: the call, the people, the file store, and chance."""

    plan: Round
    call: Call
    cast: Cast
    store: Store
    rng: Random


def apply_for(stage: Stage, draw: Draw, *, at: datetime) -> Application:
    """Play one application from its first line to its receipt."""
    application = prepare(stage, draw, at=at)
    by = stage.cast.signatories[draw.lead.organisation_id]
    services.submit(application.id, by=by, at=at + timedelta(minutes=40))
    if application.id % 3:  # some never say what it took
        minutes = 60 * (8 + application.id * 7 % 40)
        say_effort(application, minutes, by=by, at=at + timedelta(minutes=50))
    return application


def prepare(stage: Stage, draw: Draw, *, at: datetime) -> Application:
    """Play an application until it only remains to hand it in."""
    application = sketch(stage, draw, at=at)
    by = stage.cast.signatories[draw.lead.organisation_id]
    language = _language(draw)
    services.answer_questions(
        application,
        answers.to_all(stage.rng, application, language, year=stage.plan.first_year),
        irrelevant=answers.not_relevant(stage.rng, application, language),
        by=by, at=at,
    )
    _attach(stage, application, by=by, at=at)
    _confirm(stage, application, at=at)
    return application


def sketch(stage: Stage, draw: Draw, *, at: datetime) -> Application:
    """Play the beginning of an application: who, what and how much. The rest is not written yet."""
    by = stage.cast.signatories[draw.lead.organisation_id]
    language = _language(draw)
    application = services.start_application(
        stage.call, draw.lead.organisation, title=_title(stage, draw, language), by=by, at=at
    )
    _describe(stage, draw, application, by=by, at=at)
    for kommune in draw.participants:
        services.add_partner(
            application, kommune.organisation, PartnerRole.PARTICIPANT, by=by, at=at
        )
    application = queries.application_of(by, application.id)
    _set_terms(stage, application, by=by, at=at)
    activities = _choose(stage, application, language, by=by, at=at)
    services.set_budget(
        application, _budget(stage, application, activities, draw.asked), by=by, at=at
    )
    services.set_cost_key(application, _division(application), by=by, at=at)
    return application


def _language(draw: Draw) -> str:
    return "nn" if draw.lead.language_form == "nynorsk" else "nb"


def _title(stage: Stage, draw: Draw, language: str) -> str:
    return texts.title(stage.rng, language, f"{draw.lead.name} og {draw.participants[0].name}")


def _describe(
    stage: Stage, draw: Draw, application: Application, *, by: Person, at: datetime
) -> None:
    """Write the basics, and sit with them for a while: the page saves itself the second time."""
    plan = stage.plan
    basics = Basics(
        title=application.title,
        collaboration_name=f"{draw.lead.name}-samarbeidet (oppdiktet)",
        legal_form=stage.rng.choice(list(LegalForm)),
        start_on=date(plan.first_year, stage.rng.choice((2, 3, 4)), 1),
        end_on=date(plan.last_year, 11, 30),
        contact_name=by.name,
        contact_email=f"prosjekt.{draw.lead.number}@{DOMAIN}",
        contact_phone="00 00 00 00",
    )
    services.change_basics(application, basics, by=by, at=at)
    sat = timedelta(minutes=5 + len(application.title) % 14)
    services.change_basics(application, basics, by=by, at=at + sat, auto=True)


def _set_terms(stage: Stage, application: Application, *, by: Person, at: datetime) -> None:
    for partner in application.partners:
        services.change_partner(
            partner,
            PartnerTerms(
                role=partner.role, effort_hours=stage.rng.randrange(40, 400, 20),
                systems_before=stage.rng.randint(2, 6),
            ),
            by=by, at=at,
        )


def _choose(
    stage: Stage, application: Application, language: str, *, by: Person, at: datetime
) -> list[Activity]:
    supported = [one for one in stage.call.activities if one.supported]
    chosen = sorted(
        stage.rng.sample(supported, min(2, len(supported))), key=lambda one: one.position
    )
    services.choose_activities(
        application, {one.id: texts.prose(stage.rng, language, 2) for one in chosen},
        by=by, at=at,
    )
    return chosen


def _budget(
    stage: Stage, application: Application, activities: list[Activity], asked: Ore
) -> list[BudgetCell]:
    """Ask for the grant to the lead, year by year and activity by activity; the rest is their own."""
    lead = next(one for one in application.partners if one.role is PartnerRole.LEAD)
    others = [one for one in application.partners if one.role is not PartnerRole.LEAD]
    places = [
        (year, activity.id)
        for year in range(stage.plan.first_year, stage.plan.last_year + 1)
        for activity in activities
    ]
    cells = [
        BudgetCell(year, lead.id, activity, Source.GRANT, amount)
        for (year, activity), amount in zip(places, _parts(asked, len(places)), strict=True)
    ]
    own = Ore(asked * HALF // 100)
    cells.append(BudgetCell(*places[0][:1], lead.id, places[0][1], Source.OWN_FUNDING, own))
    cells += [
        BudgetCell(
            places[-1][0], partner.id, places[-1][1], Source.OWN_EFFORT,
            kroner(stage.rng.randrange(20, 200, 5) * 1000),
        )
        for partner in others
    ]
    return cells


def _division(application: Application) -> Division:
    """Let some have agreed on nothing, and of the others one in three on percentages of their own."""
    key = (None, *CostKey)[application.id % 4]
    if key is not CostKey.CUSTOM:
        return Division(key, {})
    each = WHOLE // (len(application.partners) + 2)
    percents = {one.id: each for one in application.partners if one.role is not PartnerRole.LEAD}
    lead = next(one for one in application.partners if one.role is PartnerRole.LEAD)
    return Division(key, {**percents, lead.id: WHOLE - sum(percents.values())})


def _parts(total: Ore, parts: int) -> list[Ore]:
    """Divide an amount in whole thousands of kroner; the first part takes the rest."""
    thousand = kroner(1000)
    each = total // thousand // parts * thousand
    return [Ore(total - each * (parts - 1)), *(Ore(each) for _ in range(parts - 1))]


def _attach(stage: Stage, application: Application, *, by: Person, at: datetime) -> None:
    for required in stage.call.required_attachments:
        stored = stage.store.receive(BytesIO(made_up_pdf(required.label.nb)))
        services.attach(
            application, stored, kind=required.code, filename=f"{required.code}.pdf", by=by, at=at
        )


def made_up_pdf(label: str) -> bytes:
    """Write the smallest PDF that says what it is: a made-up document."""
    plain = label.encode("ascii", "replace").decode()
    words = f"BT /F1 16 Tf 60 760 Td (Demodata: {plain}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(parts) + 1, table, len(parts) + 1, len(body))
    )


def _confirm(stage: Stage, application: Application, *, at: datetime) -> None:
    for partner in application.partners:
        if partner.role is PartnerRole.PARTICIPANT:
            services.confirm_part(
                partner, authority="Kommunedirektøren, delegert myndighet (demodata)",
                by=stage.cast.signatories[partner.organisation_id],
                at=at + timedelta(minutes=20),
            )
