"""An application's rows turned into what the rules of `criteria` ask for.

Needs the application as `queries.application_of` and `queries.any_application` load it. Nothing here
asks what time it is: a draft is seen as on the call's last day, what is handed in as on that day.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from accounts.models import LanguageForm, Organisation, OrganisationKind
from accounts.queries import inhabitants_of, version_on
from applications.documents import answering
from applications.models import (
    Answer,
    Application,
    BudgetLine,
    Confirmation,
    Partner,
    PartnerRole,
)
from applications.queries.lists import led_elsewhere
from applications.tables import table_fact
from criteria import budget, completeness, confirmation, costkey, eligibility
from criteria.costkey import CostKey
from foundation import clock
from foundation.language import BOKMAL, NYNORSK
from foundation.money import Ore
from grants.models import Activity, Question, QuestionKind
from grants.rows import in_order


def eligibility_facts(application: Application) -> eligibility.Facts:
    """Give what the formal control asks about. One query: the lead's other applications."""
    return replace(
        own_facts(application),
        other_applications_as_lead=led_elsewhere(
            application.id, application.call_id, lead_of(application).organisation_id
        ),
    )


def own_facts(application: Application) -> eligibility.Facts:
    """Give what the formal control asks about the application alone, whatever else its lead has sent."""
    return eligibility.Facts(
        partners=_partners(application),
        lines=budget_lines(application),
        activities=_supported_activities(application),
        start_on=application.start_on,
        end_on=application.end_on,
        submitted_at=application.submitted_at,
        other_applications_as_lead=0,
    )


def draft_facts(application: Application) -> completeness.Draft:
    """Give what completeness asks about."""
    return completeness.Draft(
        title=application.title,
        start_on=application.start_on,
        end_on=application.end_on,
        contact_name=application.contact_name,
        contact_email=application.contact_email,
        activities=_supported_activities(application),
        budget_breaches=budget_breaches(application),
        asked=application.asked,
        questions=question_facts(application),
        partners=_partners(application),
        required_attachments=tuple(one.code for one in application.call.required_attachments),
        attachments=frozenset(
            one.kind for one in application.attachments if one.counts
        ),
        cost_key=cost_key_problem(application),
    )


def question_facts(application: Application) -> tuple[completeness.QuestionFact, ...]:
    """Give the call's questions with their answers, in the order of the form."""
    answers = {answer.question_id: answer for answer in application.answers}
    return tuple(
        _question(application, question, answers.get(question.id))
        for question in in_order(application.call.questions)
    )


def asked_codes(application: Application) -> frozenset[str]:
    """Give the codes of the questions that the application's own answers make it answer."""
    return completeness.asked_of(question_facts(application))


def counted_answers(application: Application) -> dict[int, str]:
    """Give the answers that count: to what is asked, and not «not relevant». By the question's id."""
    asked = asked_codes(application)
    questions = {one.id for one in application.call.questions if one.code in asked}
    return {
        answer.question_id: answer.value
        for answer in application.answers
        if answer.question_id in questions and answer.irrelevant_because is None
    }


def budget_lines(application: Application) -> tuple[budget.Line, ...]:
    """Give the budget in the order of its rows."""
    activities = _activities(application)
    return tuple(_line(line, activities) for line in application.budget_lines)


def asked_in(lines: Iterable[BudgetLine]) -> Ore:
    """Sum what is asked of the state."""
    return Ore(sum(line.amount for line in lines if line.source is budget.Source.GRANT))


def budget_breaches(application: Application) -> tuple[budget.Breach, ...]:
    """Give everything wrong with the budget, as the project's period and members now are."""
    members = frozenset(
        partner.id for partner in application.partners if partner.role is not PartnerRole.OBSERVER
    )
    return budget.problems(budget_lines(application), project_years(application), members)


def project_years(application: Application) -> range:
    """Give the years of the project within those of the call; all of the call's while it is open."""
    call, start, end = application.call, application.start_on, application.end_on
    first = max(call.first_year, start.year) if start else call.first_year
    last = min(call.last_year, end.year) if end else call.last_year
    return range(first, last + 1)


def part_of(application: Application, partner: Partner) -> confirmation.Part:
    """Give what a partner says yes to."""
    activities = _activities(application)
    return confirmation.Part(
        application=application.id,
        organisation=partner.organisation_id,
        role=partner.role.value,
        budget=tuple(
            (line.year, activities[line.activity_id].code, line.source.value, line.amount)
            for line in application.budget_lines
            if line.partner_id == partner.id
        ),
        effort_hours=partner.effort_hours,
        title=application.title,
        period=_period(application.start_on, application.end_on),
        cost_key=application.cost_key.value if application.cost_key else None,
        cost_percent=partner.cost_percent if application.cost_key is CostKey.CUSTOM else None,
    )


def cost_members(application: Application) -> tuple[costkey.Member, ...]:
    """Give those who carry costs: all but the observers. Only kommuner have inhabitants."""
    year = application.call.closes_on.year
    return tuple(
        costkey.Member(
            one.id, inhabitants_of(one.organisation, year) or 0, one.cost_percent
        )
        for one in application.partners
        if one.role is not PartnerRole.OBSERVER
    )


def cost_key_problem(application: Application) -> costkey.KeyProblem | None:
    """Tell why the key that the members have agreed on divides nothing; None: it does, or there is none."""
    if application.cost_key is None:
        return None
    return costkey.problem(application.cost_key, cost_members(application))


def is_confirmed(application: Application, partner: Partner) -> bool:
    """Tell whether a partner's last confirmation still covers its part as it now stands."""
    if partner.declined_at is not None or not partner.confirmations:
        return False
    return covers(application, partner, partner.confirmations[-1])


def covers(application: Application, partner: Partner, signed: Confirmation) -> bool:
    """Tell whether what was signed is the part as it now stands."""
    return signed.fingerprint == confirmation.fingerprint(part_of(application, partner))


def changed_since(
    application: Application, partner: Partner, signed: Confirmation
) -> tuple[confirmation.Change, ...]:
    """List what is another in a part than when it was signed; nothing when that is not known."""
    if signed.covered is None:
        return ()
    return confirmation.changes(
        confirmation.read_part(signed.covered), part_of(application, partner)
    )


def lacking(application: Application) -> list[Partner]:
    """List the participants that have neither confirmed their part as it stands nor declined."""
    return [
        partner
        for partner in application.partners
        if partner.role is PartnerRole.PARTICIPANT
        and partner.declined_at is None
        and not is_confirmed(application, partner)
    ]


def lead_of(application: Application) -> Partner:
    """Give the partner that answers towards the state; every application has exactly one."""
    return next(partner for partner in application.partners if partner.role is PartnerRole.LEAD)


def inhabitants(application: Application) -> int:
    """Count the inhabitants of the kommuner that carry the project, as on 1 January of the call's year."""
    year = application.call.closes_on.year
    return sum(
        inhabitants_of(partner.organisation, year) or 0
        for partner in application.partners
        if partner.role is not PartnerRole.OBSERVER
        and partner.organisation.kind is OrganisationKind.MUNICIPALITY
    )


def day_of(application: Application) -> date:
    """Give the date in Oslo on which the register is read for an application."""
    if application.submitted_at is None:
        return application.call.closes_on
    return clock.in_oslo(application.submitted_at).date()


def language_of(application: Application) -> str:
    """Give the form of Norwegian that the lead is written to in: its own resolution decides.

    Only a kommune that has chosen nynorsk gets it (språklova § 12); all others get bokmål.
    """
    version = version_on(lead_of(application).organisation, day_of(application))
    nynorsk = version is not None and version.language_form is LanguageForm.NYNORSK
    return NYNORSK if nynorsk else BOKMAL


def _partners(application: Application) -> tuple[eligibility.PartnerFacts, ...]:
    day = day_of(application)
    return tuple(
        eligibility.PartnerFacts(
            organisation=partner.organisation_id,
            kind=partner.organisation.kind.value,
            role=partner.role.value,
            health_region=_health_region(partner.organisation, day),
            confirmed=is_confirmed(application, partner),
            number=partner.id,
            name=partner.organisation.name,
            inhabitants=inhabitants_of(partner.organisation, application.call.closes_on.year) or 0,
        )
        for partner in application.partners
    )


def _health_region(organisation: Organisation, day: date) -> str | None:
    version = version_on(organisation, day)
    region = version.health_region if version else None
    return region.value if region else None


def _supported_activities(application: Application) -> frozenset[str]:
    activities = _activities(application)
    chosen = (activities[one.activity_id] for one in application.chosen_activities)
    return frozenset(activity.code for activity in chosen if activity.supported)


def _question(
    application: Application, question: Question, answer: Answer | None
) -> completeness.QuestionFact:
    given = answer.value if answer else None
    if question.kind is QuestionKind.FILE:
        given = str(len(answering(application, question)) or "")
    return completeness.QuestionFact(
        code=question.code,
        required=question.required,
        kind=question.kind.value,
        answer=given,
        max_chars=question.max_chars,
        shown_when=question.shown_when,
        irrelevant=answer is not None and answer.irrelevant_because is not None,
        table=table_fact(question, given or ""),
    )


def _line(line: BudgetLine, activities: dict[int, Activity]) -> budget.Line:
    activity = activities[line.activity_id]
    return budget.Line(
        year=line.year,
        partner=line.partner_id,
        activity=activity.code,
        source=line.source,
        amount=Ore(line.amount),
        supported=activity.supported,
    )


def _activities(application: Application) -> dict[int, Activity]:
    return {activity.id: activity for activity in application.call.activities}


def _period(start: date | None, end: date | None) -> tuple[date, date] | None:
    return (start, end) if start is not None and end is not None else None
