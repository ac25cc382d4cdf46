"""One's own ties to organisations, and the same read by the leader or the auditor."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts import queries
from accounts.forms.ties import EndTieForm, TieForm
from accounts.identity import me
from accounts.models import Organisation
from accounts.permissions import TAKES_PART, Permission, allows, requires
from accounts.ties import services
from accounts.ties.queries import own_tie, person_with_ties, ties_of
from accounts.ties.services import NewTie
from accounts.views.blueprint import pages
from criteria.impartiality import TieKind
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse


@pages.route("/min-profil/tilknytninger", methods=["GET", "POST"])
@requires(Permission.PROFILE_READ)
def ties() -> ResponseReturnValue:
    """List one's own ties, and register another; for those who handle cases."""
    if not handles_cases():
        raise NotFoundError
    organisations = queries.living_organisations(clock.today())
    form = TieForm()
    form.offer(organisations)
    if form.validate_on_submit() and _registered(form, organisations):
        flash(_("Tilknytningen er registrert."), "success")
        return redirect(url_for("accounts.ties"), 303)
    return render_template("accounts/ties.html", form=form, ties=ties_of(me().id))


@pages.route("/min-profil/tilknytninger/<int:tie_id>/avslutt", methods=["GET", "POST"])
@requires(Permission.PROFILE_READ)
def end_tie(tie_id: int) -> ResponseReturnValue:
    """End a tie of one's own; it stays with its period."""
    tie = own_tie(me(), tie_id)
    form = EndTieForm(to_on=clock.today())
    if form.validate_on_submit():
        try:
            services.end_tie(tie, on=form.day, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error, on=form.to_on)
        else:
            flash(_("Tilknytningen er avsluttet."), "success")
            return redirect(url_for("accounts.ties"), 303)
    return render_template("accounts/end_tie.html", form=form, tie=tie)


@pages.route("/personer/<int:person_id>/tilknytninger")
@requires(Permission.PROFILE_READ)
def ties_of_person(person_id: int) -> ResponseReturnValue:
    """Show a person's ties to whom may see them; to all others there is no such page."""
    found = person_with_ties(me(), person_id, clock.today())
    return render_template("accounts/ties_of_person.html", person=found, ties=ties_of(person_id))


def handles_cases() -> bool:
    """Tell whether the signed-in person takes part in the handling of cases."""
    return any(allows(me(), permission) for permission in TAKES_PART)


def _registered(form: TieForm, organisations: list[Organisation]) -> bool:
    """Register what a valid form says; days that are not in order are told beside their field."""
    chosen = next(one for one in organisations if str(one.id) == form.organisation.data)
    new = NewTie(
        kind=TieKind(form.kind.data),
        organisation=chosen,
        note=form.note.data or "",
        from_on=form.from_on.data,
        to_on=form.to_on.data,
    )
    try:
        services.register_tie(new, by=me(), at=clock.now())
    except RuleBrokenError as error:
        refuse(form, error, on=form.to_on)
        return False
    return True
