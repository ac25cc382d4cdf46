"""Who leads a person: the history, and a new line from a day on."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts import queries
from accounts.forms.ties import LeaderForm
from accounts.identity import me
from accounts.leading import services
from accounts.leading.queries import history_of
from accounts.models import Role
from accounts.permissions import Permission, requires
from accounts.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse


@pages.route("/forvaltning/personer/<int:person_id>/leder", methods=["GET", "POST"])
@requires(Permission.PERSON_MANAGE)
def leader(person_id: int) -> ResponseReturnValue:
    """Show who has led a person since when, and say who does from a day on."""
    found = queries.person(person_id)
    leaders = queries.persons_as(Role.DECISION_MAKER)
    form = LeaderForm(from_on=clock.today())
    form.offer(leaders, but=found)
    if form.validate_on_submit():
        try:
            services.set_leader(
                found, form.chosen(leaders), from_on=form.day, by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error, on=form.leader)
        else:
            flash(_("Lederen er lagret."), "success")
            return redirect(url_for("accounts.leader", person_id=person_id), 303)
    return render_template(
        "accounts/leader.html", person=found, form=form, history=history_of(person_id),
        today=clock.today(),
    )  # fmt: skip
