"""The letters of a round on their way, and its publication."""

from datetime import UTC, date, datetime, time

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.identity import me
from accounts.permissions import Permission, requires
from decisions import queries, services
from decisions.forms import DateForm, ReleaseForm
from decisions.overview import dates_of, round_view
from decisions.queries.readiness import failed_in
from decisions.queries.releases import last_release
from decisions.queries.trials import last_trial, to_try
from decisions.refusals import Refusal
from decisions.trials import FOUND, Problem
from decisions.views.blueprint import pages
from foundation import clock, words
from foundation.errors import RuleBrokenError
from foundation.forms import Form, refuse
from foundation.wording import format_moment

MORNING = time(9)
"""When a publication is proposed to be."""


@pages.route("/vedtak/<int:call_id>/brev")
@requires(Permission.DECISION_READ)
def documents(call_id: int) -> ResponseReturnValue:
    """Follow the letters as they are made: what failed, what date they bear, what can be published."""
    view, release = round_view(call_id, me(), clock.now()), last_release(call_id)
    return render_template(
        "decisions/documents.html",
        round=view,
        failed=failed_in(call_id),
        dates=dates_of(view.unpublished),
        today=clock.today(),
        release=release,
        why=Refusal(release.failure) if release and release.failure else None,
    )


@pages.route("/vedtak/<int:call_id>/brev/prov", methods=["GET", "POST"])
@requires(Permission.DECISION_READ)
def try_letters(call_id: int) -> ResponseReturnValue:
    """Try every letter of the round before it is made, and list what stands in the way."""
    call, form = queries.call_with_criteria(call_id), Form()
    if form.validate_on_submit():
        services.try_letters(call, by=me(), at=clock.now())
        return redirect(url_for("decisions.try_letters", call_id=call_id), 303)
    trial = last_trial(call_id)
    found = trial.problems[FOUND] if trial else []
    return render_template(
        "decisions/trial.html",
        call=call,
        trial=trial,
        waiting=len(to_try(call_id)),
        problems=[(one, words.say(Problem(one["problem"]), about=one["about"])) for one in found],
    )


@pages.route("/vedtak/<int:call_id>/brev/dato", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def date_letters(call_id: int) -> ResponseReturnValue:
    """Give the unpublished letters another date; they are made anew."""
    call = queries.call_with_criteria(call_id)
    form = DateForm(on=clock.today())
    if form.validate_on_submit():
        try:
            services.date_letters(call, form.on.data or clock.today(), by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error, on=form.on)
        else:
            flash(_("Brevene lages på nytt med ny dato."), "success")
            return redirect(url_for("decisions.documents", call_id=call_id), 303)
    return render_template("decisions/date.html", call=call, form=form)


@pages.route("/vedtak/sak/<int:decision_id>/brev/<language>/igjen", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def make_again(decision_id: int, language: str) -> ResponseReturnValue:
    """Let a letter that failed be tried again."""
    decision = queries.decision(decision_id)
    services.make_again(decision, language, by=me(), at=clock.now())
    flash(_("Brevet blir forsøkt laget på nytt."), "success")
    return redirect(url_for("decisions.documents", call_id=decision.application.call_id), 303)


@pages.route("/vedtak/<int:call_id>/kunngjor", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def publish(call_id: int) -> ResponseReturnValue:
    """Publish every signed decision of the round whose letters are made."""
    number = services.publish_round(queries.call_with_criteria(call_id), by=me(), at=clock.now())
    flash(
        ngettext(
            "%(num)d vedtak er kunngjort, og partene er varslet.",
            "%(num)d vedtak er kunngjort, og partene er varslet.",
            number,
        ),
        "success",
    )
    return redirect(url_for("decisions.round_of", call_id=call_id), 303)


@pages.route("/vedtak/<int:call_id>/kunngjor/tid", methods=["GET", "POST"])
@requires(Permission.DECISION_SIGN)
def set_publication(call_id: int) -> ResponseReturnValue:
    """Set when the whole round is published; the letters must bear that day's date."""
    call = queries.call_with_criteria(call_id)
    dates = dates_of(round_view(call_id, me(), clock.now()).unpublished)
    form = ReleaseForm(on=dates[0] if dates else clock.today(), hour=MORNING)
    if form.validate_on_submit():
        publish_at = moment_of(form.on.data or clock.today(), form.hour.data or MORNING)
        try:
            services.set_publication(call, publish_at, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error, on=form.on)
        else:
            flash(_("Vedtakene blir kunngjort %(at)s.", at=format_moment(publish_at)), "success")
            return redirect(url_for("decisions.documents", call_id=call_id), 303)
    return render_template("decisions/release.html", call=call, form=form)


@pages.route("/vedtak/<int:call_id>/kunngjor/tid/avlys", methods=["POST"])
@requires(Permission.DECISION_SIGN)
def call_off_publication(call_id: int) -> ResponseReturnValue:
    """Take back the set time."""
    call = queries.call_with_criteria(call_id)
    services.call_off_publication(call, by=me(), at=clock.now())
    flash(_("Vedtakene blir ikke kunngjort av seg selv."), "success")
    return redirect(url_for("decisions.documents", call_id=call_id), 303)


def moment_of(day: date, hour: time) -> datetime:
    """Give the moment of a time of day in Oslo."""
    return datetime.combine(day, hour, tzinfo=clock.OSLO).astimezone(UTC)
