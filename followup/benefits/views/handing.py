"""Pages where the responsibility for benefits is passed on: offered, answered, and listed for both sides."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.models import Role
from accounts.permissions import Permission, requires
from accounts.queries import living_organisations
from accounts.services import FITTING_KINDS
from applications.views.room import arrived
from assessments.queries import pass_gate
from followup.benefits import queries, services
from followup.benefits.handingforms import DeclineForm, HandoverForm
from followup.benefits.models import BenefitHandover, HandoverState, ProjectBenefit
from followup.benefits.shown import Register
from followup.benefits.views.forming import form_page
from followup.benefits.views.opening import name_in, opened_outside
from followup.views.blueprint import pages
from foundation import clock, words
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.showing import show_text


@pages.route("/gevinster/overtatt")
@requires(Permission.REPORT_WRITE)
def handovers() -> ResponseReturnValue:
    """List the benefits that the reader's organisations have been offered, taken over or passed on."""
    found = queries.handovers_with(me())
    signs = me().organisations_as(Role.SIGNATORY)
    return render_template(
        "followup/benefits/handovers.html",
        waiting=[
            one
            for one in found
            if one.state is HandoverState.WAITING and one.receiver_id in signs
        ],
        rows=found,
    )


@pages.route("/gevinster/<int:benefit_id>/overfor/<int:kommune_id>", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def propose_handover(benefit_id: int, kommune_id: int) -> ResponseReturnValue:
    """Offer another the responsibility for a kommune's benefits, as who signs for whoever has it."""
    benefit = queries.benefit_of(me(), benefit_id)
    found = opened_outside(benefit.application_id)
    own = _signed_for(found, kommune_id)
    if benefit_id not in {one.id for one in own}:
        raise NotFoundError
    waiting = queries.waiting_codes(benefit.application_id, kommune_id)
    left = [one for one in own if one.code not in waiting]
    form = _form([(one.code, f"{one.code} {show_text(one.name)}") for one in left], benefit.code)
    onward = url_for("followup.benefits", application_id=benefit.application_id)
    return form_page(
        form,
        lambda: services.propose_handover(
            found.application, kommune_id, form.offered, by=me(), at=arrived()
        ),
        done=_("Tilbudet er sendt. Dere har ansvaret til mottakeren har godtatt."),
        onward=onward,
        told={
            "title": _(
                "Overfør ansvaret for gevinster i %(name)s",
                name=name_in(found.application, kommune_id),
            ),
            "intro": _(
                "Bruk dette når noen andre skal følge opp gevinstene videre, for eksempel når "
                "prosjektet er slutt. Mottakeren må godta. Alt som er registrert, blir stående."
            ),
            "press": _("Send tilbudet"),
            "application": found.application,
            "received": found.outside,
            "nothing": "" if left else _("Alle gevinstene er tilbudt noen som ikke har svart ennå."),
        },
    )


@pages.route("/gevinster/katalog/overfor", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def propose_overall_handover() -> ResponseReturnValue:
    """Offer another to follow the catalogue's benefits up for the whole scheme."""
    waiting = queries.waiting_codes(None, None)
    holding, today = queries.responsibility(None), clock.today()
    left = [
        one
        for one in queries.catalogue()
        if one.code not in waiting and holding.taken_over(one.code, None, today) is None
    ]
    form = _form([(one.code, f"{one.code} {show_text(one.name)}") for one in left])
    return form_page(
        form,
        lambda: services.propose_overall_handover(form.offered, by=me(), at=clock.now()),
        done=_("Tilbudet er sendt. Direktoratet har ansvaret til mottakeren har godtatt."),
        onward=url_for("followup.benefit_catalogue"),
        told={
            "title": _("Overfør oppfølgingen av ordningens gevinster"),
            "intro": _(
                "Bruk dette når noen andre skal følge opp gevinstene på overordnet nivå, for "
                "eksempel når ordningen blir lagt ned. Mottakeren må godta. Kommunene beholder "
                "ansvaret for sine egne gevinster."
            ),
            "press": _("Send tilbudet"),
            "crumbs": [(_("Gevinstkatalogen"), url_for("followup.benefit_catalogue"))],
            "nothing": "" if left else _("Alle gevinstene er overført, eller tilbudt en mottaker."),
        },
    )


@pages.route("/gevinster/overforing/<int:handover_id>")
@requires(Permission.REPORT_WRITE)
def handover(handover_id: int) -> ResponseReturnValue:
    """Show a handover to those who give and those who receive."""
    return _page(queries.handover_of(me(), handover_id), office=False)


@pages.route("/saker/gevinster/overforing/<int:handover_id>")
@requires(Permission.CASE_READ)
def case_handover(handover_id: int) -> ResponseReturnValue:
    """Show a handover to the office."""
    found = queries.any_handover(handover_id)
    if found.application_id is not None:
        pass_gate(me(), found.application_id)
    return _page(found, office=True)


@pages.route("/gevinster/overforing/<int:handover_id>/godta", methods=["POST"])
@requires(Permission.REPORT_WRITE)
def accept_handover(handover_id: int) -> ResponseReturnValue:
    """Take the benefits over, as who signs for the receiver."""
    found = queries.handover_of(me(), handover_id)
    return _done(
        lambda: services.accept_handover(found, by=me(), at=arrived()),
        _("Dere har overtatt ansvaret for gevinstene."),
        url_for("followup.handover", handover_id=handover_id),
    )


@pages.route("/gevinster/overforing/<int:handover_id>/avsla", methods=["GET", "POST"])
@requires(Permission.REPORT_WRITE)
def decline_handover(handover_id: int) -> ResponseReturnValue:
    """Say no, with the reason."""
    found = queries.handover_of(me(), handover_id)
    if not _may_answer(found):
        raise NotFoundError
    form, onward = DeclineForm(), url_for("followup.handover", handover_id=handover_id)
    return form_page(
        form,
        lambda: services.decline_handover(
            found, form.reason.data or "", by=me(), at=arrived()
        ),
        done=_("Dere har sagt nei. De som tilbød gevinstene, får beskjed."),
        onward=onward,
        told={
            "title": _("Si nei til å overta gevinster"),
            "intro": _("De som har ansvaret i dag, beholder det."),
            "press": _("Send svaret"),
            "crumbs": [
                (_("Overtatte gevinster"), url_for("followup.handovers")), (_title(found), onward)
            ],
        },
    )  # fmt: skip


@pages.route("/gevinster/overforing/<int:handover_id>/trekk", methods=["POST"])
@requires(Permission.REPORT_WRITE)
def withdraw_handover(handover_id: int) -> ResponseReturnValue:
    """Take an offer back, as who signs for the giver."""
    found = queries.handover_of(me(), handover_id)
    return _done(
        lambda: services.withdraw_handover(found, by=me(), at=arrived()),
        _("Tilbudet er trukket tilbake."),
        url_for("followup.handover", handover_id=handover_id),
    )


@pages.route("/saker/gevinster/overforing/<int:handover_id>/trekk", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def withdraw_overall_handover(handover_id: int) -> ResponseReturnValue:
    """Take an offer of the scheme's own back."""
    found = queries.any_handover(handover_id)
    if found.application_id is not None:
        raise NotFoundError
    return _done(
        lambda: services.withdraw_handover(found, by=me(), at=clock.now()),
        _("Tilbudet er trukket tilbake."),
        url_for("followup.case_handover", handover_id=handover_id),
    )


def _form(benefits: list[tuple[str, str]], *ticked: str) -> HandoverForm:
    form = HandoverForm(codes=list(ticked))
    able = FITTING_KINDS[Role.SIGNATORY]
    receivers = [one for one in living_organisations(clock.today()) if one.kind in able]
    form.offer_choices(benefits, receivers)
    return form


def _signed_for(found: Register, kommune_id: int) -> list[ProjectBenefit]:
    """List the benefits of a kommune that the reader signs for whoever answers for."""
    signs = me().organisations_as(Role.SIGNATORY)
    return [
        view.benefit
        for view in found.benefits
        for kommune, _held in view.owners
        if kommune.organisation_id == kommune_id and kommune.own and kommune.answering_id in signs
    ]


def _page(found: BenefitHandover, *, office: bool) -> ResponseReturnValue:
    waits = found.state is HandoverState.WAITING
    signs = me().organisations_as(Role.SIGNATORY)
    gives = found.giver_id in signs if found.giver_id is not None else False
    return render_template(
        "followup/benefits/handover.html",
        one=found,
        title=_title(found),
        names=_names(found),
        office=office,
        may_answer=not office and _may_answer(found),
        may_withdraw=waits
        and (
            (office and found.giver_id is None and is_allowed(Permission.DECISION_SIGN))
            or (not office and gives)
        ),
    )  # fmt: skip


def _names(found: BenefitHandover) -> list[tuple[str, str]]:
    """Name what is handed over, by code."""
    rows = (
        {one.code: one.name for one in queries.catalogue()}
        if found.application_id is None
        else queries.names_in(found.application_id)
    )
    return [(code, show_text(rows[code])) for code in found.codes if code in rows]


def _may_answer(found: BenefitHandover) -> bool:
    signs = me().organisations_as(Role.SIGNATORY)
    return found.state is HandoverState.WAITING and found.receiver_id in signs


def _title(found: BenefitHandover) -> str:
    return str(_("Ansvaret for gevinster til %(name)s", name=found.receiver.name))


def _done(act: Callable[[], None], told: str, onward: str) -> ResponseReturnValue:
    try:
        act()
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "warning")
    else:
        flash(told, "success")
    return redirect(onward, 303)
