"""Who may sign, attest and authorise how much: the list, one person's history, giving and taking back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts import queries
from accounts.authority import services
from accounts.authority.overview import everyone, lines_of, may_change
from accounts.authority.queries import history_of, kinds_for
from accounts.authority.services import NewAuthority
from accounts.forms.authority import AuthorityForm, TakeBackForm
from accounts.identity import me
from accounts.models import Person
from accounts.permissions import Permission, requires
from accounts.views.blueprint import pages
from criteria.authority import AuthorityKind, GivingRefusal
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import Form, refuse
from foundation.pages import NavItem, register_navigation

register_navigation(
    NavItem("accounts.authorities", _l("Fullmakter"), Permission.AUTHORITY_READ, order=55, seldom=True)
)
_FIELDS = {
    GivingRefusal.OVER_OWN_LIMIT: "amount",
    GivingRefusal.IN_THE_PAST: "from_on",
    GivingRefusal.NOTHING_TO_TAKE: "from_on",
    GivingRefusal.ENDS_BEFORE_IT_BEGINS: "to_on",
    GivingRefusal.ROLE_LACKS_IT: "kind",
    GivingRefusal.REASON_MISSING: "reason",
}


@pages.route("/forvaltning/fullmakter")
@requires(Permission.AUTHORITY_READ)
def authorities() -> ResponseReturnValue:
    """List everyone whose roles can use an authority, with what they have today, since when and by whom."""
    return render_template(
        "accounts/authorities.html", lines=lines_of(everyone(), clock.today())
    )


@pages.route("/forvaltning/fullmakter/<int:person_id>")
@requires(Permission.AUTHORITY_READ)
def authority_of(person_id: int) -> ResponseReturnValue:
    """Show a person's authorities today, and all that was given and taken back."""
    found, today = _found(person_id), clock.today()
    return render_template(
        "accounts/authority.html", person=found, lines=lines_of([found], today), today=today,
        history=history_of(person_id), may_change=may_change(me(), found, today),
        may_take=bool(kinds_for(person_id)),
    )  # fmt: skip


@pages.route("/forvaltning/fullmakter/<int:person_id>/gi", methods=["GET", "POST"])
@requires(Permission.AUTHORITY_GIVE)
def give_authority(person_id: int) -> ResponseReturnValue:
    """Give a person an authority, or another one instead of what they have."""
    found = _found(person_id, to_change=True)
    form = AuthorityForm(from_on=clock.today())
    form.offer(kinds_for(person_id))
    if form.validate_on_submit() and _given(form, found, form.given()):
        flash(_("Fullmakten er gitt."), "success")
        return redirect(url_for("accounts.authority_of", person_id=person_id), 303)
    return render_template("accounts/give_authority.html", form=form, person=found)


@pages.route(
    "/forvaltning/fullmakter/<int:person_id>/trekk/<any(sign, attest, authorise):kind>",
    methods=["GET", "POST"],
)
@requires(Permission.AUTHORITY_GIVE)
def take_back_authority(person_id: int, kind: str) -> ResponseReturnValue:
    """Take an authority back from a day on."""
    found, taken = _found(person_id, to_change=True), AuthorityKind(kind)
    form = TakeBackForm(from_on=clock.today())
    if form.validate_on_submit() and _given(form, found, form.taken(taken)):
        flash(_("Fullmakten er trukket tilbake."), "success")
        return redirect(url_for("accounts.authority_of", person_id=person_id), 303)
    return render_template("accounts/take_back_authority.html", form=form, person=found, kind=taken)


def _found(person_id: int, *, to_change: bool = False) -> Person:
    """Find a person whose authority there is something to say about; others do not exist here."""
    found = queries.person(person_id)
    if not (kinds_for(person_id) or history_of(person_id)):
        raise NotFoundError
    if to_change and not may_change(me(), found, clock.today()):
        raise NotFoundError
    return found


def _given(form: Form, person: Person, new: NewAuthority) -> bool:
    """Write what was typed; a rule that refuses is told beside its field."""
    try:
        services.give(person, new, by=me(), at=clock.now())
    except RuleBrokenError as error:
        name = _FIELDS.get(GivingRefusal(error.reason))
        refuse(form, error, on=next((one for one in form if one.name == name), None))
        return False
    return True
