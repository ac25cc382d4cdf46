"""All applications of one's organisations, a new one, and one application as a whole."""

from typing import NamedTuple

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import applicant_organisations, me
from accounts.models import Organisation
from accounts.permissions import Permission, requires
from applications import facts, queries, services
from applications.bar import bar_of
from applications.contacts.alarms import Unreached, alarms_of
from applications.factsheets.queries import newest_sheets
from applications.forms import StartForm
from applications.messages.models import Side
from applications.messages.queries import unread_by
from applications.models import Application, Event, Partner
from applications.panels import panels_of
from applications.reading import read_over
from applications.refusals import Refusal
from applications.todo import missing_in, todo_of
from applications.views.room import arrived, pages
from applications.waiting import Await, Standing, awaits, standing_of, to_confirm
from applications.words import told
from criteria.deadlines import closing_moment, is_open
from criteria.procedure import Act, acts_from
from criteria.steps import PublicStep, Step, public_step
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from grants.models import Call
from grants.queries import open_calls
from grants.rounds import is_newest, newest
from grants.rules import may_lead

NOT_EARLIER = Refusal.NOT_AMONG_EARLIER


class Listed(NamedTuple):
    """An application in the overview."""

    application: Application
    lead: Partner
    standing: Standing
    step: PublicStep
    missing: int
    awaits: Await | None


@pages.route("/soknader")
@requires(Permission.APPLICATION_READ)
def index() -> ResponseReturnValue:
    """See every application that one's organisations take part in, and what waits for oneself."""
    person = me()
    listed = [_listed(one) for one in queries.applications_of(person)]
    return render_template(
        "applications/index.html",
        waiting=[one for one in listed if one.awaits],
        others=[one for one in listed if not one.awaits],
        calls=open_calls(arrived()),
        organisations=applicant_organisations(),
    )


@pages.route("/soknader/ny")
@requires(Permission.APPLICATION_EDIT)
def choose_call() -> ResponseReturnValue:
    """Choose among the calls that are open."""
    return render_template("applications/choose_call.html", calls=open_calls(arrived()))


@pages.route("/soknader/ny/<int:call_id>", methods=["GET", "POST"])
@requires(Permission.APPLICATION_EDIT)
def start(call_id: int) -> ResponseReturnValue:
    """Begin an application of a call, for an organisation that one acts for and that may lead."""
    call = newest(call_id)
    able = _able_to_lead(call)
    form = StartForm()
    form.offer(able)
    form.offer_earlier(queries.led_before(me()))
    if form.validate_on_submit():
        try:
            made = _begin(call, next(one for one in able if one.id == form.lead.data), form)
        except RuleBrokenError as error:
            refuse(form, error, on=form.earlier if error.reason is NOT_EARLIER else None)
        else:
            return redirect(url_for("applications.basics", application_id=made.id), 303)
    sheets = newest_sheets(one.id for one in able)
    return render_template(
        "applications/start.html", call=call, form=form, able=able,
        begun=queries.led_in_call(me(), call.id),
        sheets=[(one, sheets.get(one.id)) for one in able],
        today=clock.in_oslo(arrived()).date(),
    )  # fmt: skip


@pages.route("/soknader/<int:application_id>")
@requires(Permission.APPLICATION_READ)
def show(application_id: int) -> ResponseReturnValue:
    """See where an application stands: as a draft what is missing, as a case what has happened."""
    application = queries.application_of(me(), application_id)
    standing = standing_of(me(), application)
    deficiency = queries.open_deficiency(application)
    shown = {
        "application": application,
        "lead": facts.lead_of(application),
        "standing": standing,
        "step": public_step(application.step),
        "events": timeline_of(queries.public_events(application.id)),
        "alarms": [one for one in alarms_of(application.id) if _is_alarm(application, one)],
        "unread": unread_by(me(), [application.id], Side.APPLICANT).get(application.id, 0),
    }
    if application.step is not Step.DRAFT:
        return render_template(
            "applications/case.html",
            deficiency=deficiency,
            overdue=deficiency is not None and arrived() >= closing_moment(deficiency.due_on),
            may_withdraw=standing.signs and Act.WITHDRAW in acts_from(application.step),
            panels=panels_of(application, me()),
            **shown,
        )
    return render_template(
        "applications/draft.html",
        superseded=not is_newest(application.call_id),
        is_open=is_open(application.call.opens_on, application.call.closes_on, arrived()),
        todo=todo_of(application), to_confirm=to_confirm(me(), application),
        bar=bar_of(application), unsigned=queries.without_signatory(application),
        **shown,
    )  # fmt: skip


@pages.route("/soknader/<int:application_id>/les")
@requires(Permission.APPLICATION_READ)
def read(application_id: int) -> ResponseReturnValue:
    """Read the whole application over, or print it."""
    application = queries.application_of(me(), application_id)
    return render_template(
        "applications/read.html", application=application, whole=read_over(application)
    )


def timeline_of(events: list[Event]) -> list[dict[str, object]]:
    """Give events as the timeline draws them."""
    return [
        {"at": event.at, "text": told(event), "by": event.person.name if event.person else None}
        for event in events
    ]


def _is_alarm(application: Application, why: Unreached) -> bool:
    """Tell whether it is more than one of the things that a draft still lacks."""
    return application.step is not Step.DRAFT or why is not Unreached.CONTACT_MISSING


def _listed(application: Application) -> Listed:
    missing = missing_in(application) if application.step is Step.DRAFT else ()
    return Listed(
        application=application,
        lead=facts.lead_of(application),
        standing=standing_of(me(), application),
        step=public_step(application.step),
        missing=len(missing),
        awaits=awaits(me(), application, missing, arrived()),
    )


def _begin(call: Call, lead: Organisation, form: StartForm) -> Application:
    """Begin from nothing or from an earlier application; tell what could not come along."""
    title = form.title.data or ""
    if not form.earlier.data:
        return services.start_application(call, lead, title=title, by=me(), at=arrived())
    made, carried = services.start_from_earlier(
        call, lead, int(form.earlier.data), title=title, bring=form.brings, by=me(), at=arrived()
    )
    if carried.left:
        flash(
            _(
                "Ikke alt kunne være med: %(partners)s deltakere, %(answers)s svar og %(lines)s "
                "budsjettbeløp passer ikke i denne utlysningen.",
                partners=carried.left_partners, answers=carried.left_answers,
                lines=carried.left_lines,
            ),
            "info",
        )
    return made


def _able_to_lead(call: Call) -> list[Organisation]:
    """Give the organisations that the person acts for and that may lead in a call."""
    return [one for one in applicant_organisations() if may_lead(call, one)]
