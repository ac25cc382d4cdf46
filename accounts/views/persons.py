"""Pages where an administrator registers persons and gives and ends their roles."""


from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts import passwords, queries, services
from accounts.authority.queries import kinds_for
from accounts.forms.persons import PersonFilter, PersonForm, RoleForm
from accounts.identity import me
from accounts.leading.queries import leader_now
from accounts.models import Organisation, Person, Role
from accounts.permissions import Permission, requires
from accounts.services import NewPerson
from accounts.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import Form, choices_of, done, refuse
from foundation.pages import NavItem, register_navigation

register_navigation(NavItem("accounts.persons", _l("Personer"), Permission.PERSON_MANAGE, 930))


@pages.route("/forvaltning/personer")
@requires(Permission.PERSON_MANAGE)
def persons() -> ResponseReturnValue:
    """List persons with their roles, a page at a time."""
    filters = PersonFilter()
    filters.offer_roles()
    valid = filters.validate()
    page = queries.person_page(
        text=filters.text.data or "",
        role=Role(filters.role.data) if valid and filters.role.data else None,
        after=request.args.get("after", type=int),
    )
    return render_template("accounts/persons.html", filters=filters, page=page)


@pages.route("/forvaltning/personer/ny", methods=["GET", "POST"])
@requires(Permission.PERSON_MANAGE)
def register_person() -> ResponseReturnValue:
    """Register a person; the password is shown once."""
    form = PersonForm()
    if form.validate_on_submit():
        password = passwords.made()
        new = NewPerson(
            name=form.name.data or "",
            email=form.email.data or "",
            password=password,
            locale=form.locale.data,
        )
        try:
            person = services.register_person(new, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error, on=form.email)
        else:
            return render_template("accounts/password.html", person=person, password=password)
    return render_template("accounts/register_person.html", form=form)


@pages.route("/forvaltning/personer/<int:person_id>", methods=["GET", "POST"])
@requires(Permission.PERSON_MANAGE)
def person(person_id: int) -> ResponseReturnValue:
    """Show a person with all roles, now and before, and give a new one."""
    found = queries.person(person_id)
    form = RoleForm()
    organisations = queries.living_organisations(clock.today())
    form.role.choices = [("", _("Velg rolle")), *choices_of(Role)]
    form.organisation.choices = [("", _("Velg organisasjon")), *map(_choice, organisations)]
    if form.validate_on_submit() and _given(form, found, organisations):
        flash(_("Rollen er gitt."), "success")
        return redirect(url_for("accounts.person", person_id=found.id))
    return render_template(
        "accounts/person.html", person=found, form=form, mine=found.id == me().id,
        leader=leader_now(found.id, clock.today()), takes_authority=bool(kinds_for(found.id)),
    )  # fmt: skip


@pages.route("/forvaltning/personer/<int:person_id>/roller/<int:membership_id>", methods=["POST"])
@requires(Permission.PERSON_MANAGE)
def end_role(person_id: int, membership_id: int) -> ResponseReturnValue:
    """Take a role from a person."""
    found = queries.person(person_id)
    membership = next((one for one in found.memberships if one.id == membership_id), None)
    if membership is None:
        raise NotFoundError
    services.end_role(membership, by=me(), at=clock.now())
    flash(_("Rollen er avsluttet."), "success")
    return redirect(url_for("accounts.person", person_id=found.id))


@pages.route("/forvaltning/personer/<int:person_id>/passord", methods=["GET", "POST"])
@requires(Permission.PERSON_MANAGE)
def new_password(person_id: int) -> ResponseReturnValue:
    """Make a new password for somebody who has lost theirs; it is shown once."""
    found = queries.person(person_id)
    form = Form()
    if form.validate_on_submit():
        password = passwords.made()
        services.change_password(found, password, by=me(), at=clock.now())
        return render_template("accounts/password.html", person=found, password=password)
    return render_template("accounts/new_password.html", form=form, person=found)


@pages.route("/forvaltning/personer/<int:person_id>/steng", methods=["GET", "POST"])
@requires(Permission.PERSON_MANAGE)
def deactivate(person_id: int) -> ResponseReturnValue:
    """Say what closing an account means, and close it."""
    found = queries.person(person_id)
    form = Form()
    if form.validate_on_submit() and done(
        form, lambda: services.deactivate_person(found, by=me(), at=clock.now())
    ):
        flash(_("Kontoen er stengt."), "success")
        return redirect(url_for("accounts.person", person_id=found.id))
    return render_template("accounts/deactivate.html", form=form, person=found)


def _given(form: RoleForm, found: Person, organisations: list[Organisation]) -> bool:
    chosen = next(one for one in organisations if str(one.id) == form.organisation.data)
    role = Role(form.role.data)
    return done(form, lambda: services.give_role(found, chosen, role, by=me(), at=clock.now()))


def _choice(organisation: Organisation) -> tuple[str, str]:
    return str(organisation.id), f"{organisation.name} ({organisation.code.removeprefix('K-')})"
