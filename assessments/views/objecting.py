"""Writing down that a party objects to somebody's handling of the case."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts import queries as people
from accounts.identity import me
from accounts.models import Role
from accounts.permissions import Permission, requires
from assessments import queries
from assessments.forms.impartiality import ObjectionForm
from assessments.impartiality import services
from assessments.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse

STAFF = (Role.CASE_OFFICER, Role.DECISION_MAKER, Role.CONTROLLER)


@pages.route("/saker/<int:application_id>/habilitet/innvending", methods=["GET", "POST"])
@requires(Permission.CASE_ASSIGN)
def object_to(application_id: int) -> ResponseReturnValue:
    """Take a party's objection; the case closes to the person until the leader has ruled."""
    cover = queries.cover(application_id)
    persons = sorted(
        {one.id: one for role in STAFF for one in people.persons_as(role)}.values(),
        key=lambda one: (one.name, one.id),
    )
    parties = [one.organisation for one in cover.partners if one.declined_at is None]
    form = ObjectionForm()
    form.offer(persons, parties)
    if form.validate_on_submit():
        person = next(one for one in persons if str(one.id) == form.person.data)
        party = next(one for one in parties if str(one.id) == form.party.data)
        try:
            services.record_objection(
                cover, person, party, text=form.text.data or "", by=me(), at=clock.now()
            )
        except RuleBrokenError as error:
            refuse(form, error, on=form.text)
        else:
            flash(_("Innvendingen er registrert, og venter på lederen."), "success")
            return redirect(url_for("assessments.staff", application_id=application_id), 303)
    return render_template("assessments/object.html", cover=cover, form=form)
