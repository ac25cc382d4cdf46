"""A kommune's pages of one indicator: all that is recorded, and recording, correcting, answering."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.views.room import arrived
from criteria.benefitwords import ValueKind
from followup.benefits import queries, services
from followup.benefits.charts import course_of
from followup.benefits.forms import AnswerForm, WithdrawForm, value_form
from followup.benefits.models import Measurement, ProjectIndicator
from followup.benefits.shown import Register, register_of
from followup.benefits.views.forming import form_page
from followup.benefits.views.opening import project_seen
from followup.views.blueprint import pages
from foundation import clock, locale, words
from foundation.errors import NotFoundError
from foundation.showing import show_text

_HINTS = {
    ValueKind.BASELINE: _l("Nullpunktet er verdien før dere begynner å endre noe."),
    ValueKind.TARGET: _l("Målet er verdien dere vil nå, og datoen den skal være nådd."),
    ValueKind.MEASURED: _l("Mål på samme måte som nullpunktet, så tallene kan sammenliknes."),
}


@pages.route("/gevinster/indikator/<int:indicator_id>/<int:kommune_id>")
@requires(Permission.REPORT_WRITE)
def indicator(indicator_id: int, kommune_id: int) -> ResponseReturnValue:
    """Show all that is recorded of an indicator in a kommune, with what was asked."""
    one = queries.indicator_of(me(), indicator_id, kommune_id)
    found = register_of(project_seen(one.benefit.application_id), me())
    return indicator_page(found, one, kommune_id, office=False)


@pages.route(
    "/gevinster/indikator/<int:indicator_id>/<int:kommune_id>/<value_kind>",
    methods=["GET", "POST"],
)
@requires(Permission.REPORT_WRITE)
def record_value(indicator_id: int, kommune_id: int, value_kind: str) -> ResponseReturnValue:
    """Record a baseline, a target or a measurement of one's own kommune."""
    one = queries.indicator_of(me(), indicator_id, kommune_id)
    if value_kind not in tuple(ValueKind) or not _writes(one, kommune_id):
        raise NotFoundError
    kind = ValueKind(value_kind)
    form = value_form(kind)
    return form_page(
        form,
        lambda: services.record_value(one, kommune_id, form.given(kind), by=me(), at=arrived()),
        done=_("%(kind)s er registrert.", kind=words.say(kind)),
        onward=_page_of(one, kommune_id),
        told=_told(one, kind) | {"title": _("Registrer %(kind)s", kind=words.say(kind).lower())},
    )


@pages.route("/gevinster/verdi/<int:value_id>/rett", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def correct_value(value_id: int) -> ResponseReturnValue:
    """Replace a value, with the reason."""
    value = _living(value_id)
    form = value_form(value.kind, value)
    return form_page(
        form,
        lambda: services.correct_value(
            value, form.given(value.kind), reason=form.reason.data or "", by=me(), at=arrived()
        ),
        done=_("Verdien er rettet. Den gamle står i historikken."),
        onward=_page_of(value.indicator, value.organisation_id),
        told=_told(value.indicator, value.kind)
        | {"title": _("Rett %(kind)s", kind=words.say(value.kind).lower())},
    )


@pages.route("/gevinster/verdi/<int:value_id>/trekk", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def withdraw_measurement(value_id: int) -> ResponseReturnValue:
    """Take a measurement back, with the reason."""
    value = _living(value_id)
    if value.kind is not ValueKind.MEASURED:
        raise NotFoundError
    form = WithdrawForm()
    return form_page(
        form,
        lambda: services.withdraw_measurement(
            value, reason=form.reason.data or "", by=me(), at=arrived()
        ),
        done=_("Målingen er trukket tilbake. Den står i historikken."),
        onward=_page_of(value.indicator, value.organisation_id),
        told=_told(value.indicator, value.kind)
        | {"title": _("Trekk målingen tilbake"), "press": _("Trekk målingen tilbake")},
    )


@pages.route("/gevinster/sporsmal/<int:question_id>", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def answer_benefit_question(question_id: int) -> ResponseReturnValue:
    """Answer what the office asked about one's figures."""
    question = queries.question_of(me(), question_id)
    if question.answered_at is not None or not _writes(
        question.indicator, question.organisation_id
    ):
        raise NotFoundError
    form = AnswerForm()
    return form_page(
        form,
        lambda: services.answer_question(question, form.answer.data or "", by=me(), at=arrived()),
        done=_("Svaret er sendt."),
        onward=_page_of(question.indicator, question.organisation_id),
        told={
            "title": _("Svar på spørsmål fra Helsedirektoratet"),
            "intro": question.text,
            "press": _("Send svaret"),
            "application": question.indicator.benefit.application,
            "received": queries.is_outside(me(), question.indicator.benefit.application_id),
        },
    )


def indicator_page(
    found: Register, one: ProjectIndicator, organisation_id: int, *, office: bool, **more: object
) -> ResponseReturnValue:
    """Show an indicator of a kommune, to those who take part or to the office."""
    figures = found.figures(one.id, organisation_id)
    if figures is None:
        raise NotFoundError
    return render_template(
        "followup/benefits/indicator.html",
        register=found,
        indicator=one,
        figures=figures,
        course=course_of(one, figures, locale.language()),
        history=queries.history_of(one.id, organisation_id),
        office=office,
        **more,
    )


def _living(value_id: int) -> Measurement:
    """Find a value of the reader's kommune that nothing has replaced. Raises NotFoundError."""
    value = queries.value_of(me(), value_id)
    if value.value is None or queries.last_revision(value) != value.revision:
        raise NotFoundError
    one = queries.indicator_of(me(), value.project_indicator_id, value.organisation_id)
    if not _writes(one, value.organisation_id):
        raise NotFoundError
    return value


def _writes(one: ProjectIndicator, kommune_id: int) -> bool:
    """Tell whether the reader acts for who answers for a benefit of a kommune in the project now."""
    return queries.answers_for(me(), one.benefit, kommune_id, clock.today())


def _told(one: ProjectIndicator, kind: ValueKind) -> dict[str, object]:
    return {
        "intro": f"{show_text(one.name)} ({show_text(one.unit)})",
        "hint": _HINTS[kind],
        "press": _("Registrer"),
        "application": one.benefit.application,
        "received": queries.is_outside(me(), one.benefit.application_id),
    }


def _page_of(one: ProjectIndicator, organisation_id: int) -> str:
    return url_for("followup.indicator", indicator_id=one.id, kommune_id=organisation_id)
