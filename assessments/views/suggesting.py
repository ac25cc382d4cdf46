"""Sharing many cases out: a suggestion that is looked over and changed, and saved all at once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.identity import me
from accounts.permissions import Permission, requires
from assessments import queries, services
from assessments.forms import PlanForm
from assessments.lists.choice import Choice, read
from assessments.lists.suggesting import MOST, planned, suggested
from assessments.queries.worklist import chosen_ids
from assessments.services import Refused
from assessments.views.blueprint import pages
from foundation import clock, words
from foundation.errors import NotFoundError


@pages.route("/saker/fordel")
@requires(Permission.CASE_ASSIGN)
def suggest() -> ResponseReturnValue:
    """Suggest who should be put on the cases that are ticked, or on all that the list shows."""
    choice = _choice(request.args)
    back = f"{url_for('assessments.cases')}?{choice.query or 'whose=all'}"
    ids = _picked(choice)
    if not ids:
        flash(_("Kryss av for minst én sak."), "danger")
        return redirect(back, 303)
    if len(ids) > MOST:
        flash(_("Utvalget er stort. Her er de %(number)s eldste sakene.", number=MOST), "info")
    among = request.args.getlist("among", type=int)
    return render_template(
        "assessments/suggest.html",
        suggested=suggested(ids[:MOST], among),
        everybody=[one.person for one in queries.loads()],
        among=among,
        picked=[(name, one) for name, one in request.args.items(multi=True) if name != "among"],
        form=PlanForm(formdata=None, back=back),
        back=back,
    )


@pages.route("/saker/fordel", methods=["POST"])
@requires(Permission.CASE_ASSIGN)
def staff_many() -> ResponseReturnValue:
    """Put officers on the cases as they were chosen, and tell of each that could not be."""
    form = PlanForm()
    if not form.validate_on_submit():
        raise NotFoundError
    plans = planned(form.chosen())
    refused = services.staff_as_planned(plans, by=me(), at=clock.now())
    _tell(sum(len(one.wishes) for one in plans), refused)
    return redirect(form.leads_back or url_for("assessments.cases"), 303)


def _choice(given: Mapping[str, str]) -> Choice:
    try:
        return read(given)
    except ValueError as error:
        raise NotFoundError from error


def _picked(choice: Choice) -> list[int]:
    if "all" in request.args:
        return chosen_ids(me(), choice, MOST)
    return request.args.getlist("cases", type=int)


def _tell(wished: int, refused: Sequence[Refused]) -> None:
    done = wished - len(refused)
    if done:
        flash(
            ngettext("%(num)d oppgave er fordelt.", "%(num)d oppgaver er fordelt.", done), "success"
        )
    for line in _told(refused):
        flash(line, "warning")
    if not wished:
        flash(_("Det var ingenting å fordele i disse sakene."), "info")


def _told(refused: Sequence[Refused]) -> Iterator[str]:
    """Say each reason once for a case, however many tasks it stopped."""
    lines = Counter(
        (one.wish.application.case_number, words.say(one.because.reason, **one.because.values))
        for one in refused
    )
    for number, reason in lines:
        yield str(_("Sak %(number)s: %(reason)s", number=number, reason=reason))
