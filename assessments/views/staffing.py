"""Who works on a case: putting officers on and taking them off. Only the cover is shown."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.models import Application
from assessments import queries, services
from assessments.forms import AssignForm
from assessments.models import Task
from assessments.queries import Load
from assessments.views.blueprint import pages
from criteria.impartiality import Hindrance
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse


@pages.route("/saker/<int:application_id>/fordeling", methods=["GET", "POST"])
@requires(Permission.CASE_ASSIGN)
def staff(application_id: int) -> ResponseReturnValue:
    """Show who is on a case, and put an officer on it."""
    cover = queries.cover(application_id)
    loads = queries.loads()
    hindered = _hindered(cover, loads)
    form = AssignForm()
    form.offer(loads, [load.person.id for load, _hindrance in hindered])
    if form.validate_on_submit():
        officer = next(one.person for one in loads if str(one.person.id) == form.person.data)
        try:
            services.assign(cover, officer, Task(form.task.data), by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("%(name)s er satt på saken.", name=officer.name), "success")
            return redirect(url_for("assessments.staff", application_id=application_id), 303)
    return render_template(
        "assessments/staff.html",
        cover=cover,
        form=form,
        hindered=hindered,
        assignments=queries.assignments_of(application_id),
    )


@pages.route("/saker/<int:application_id>/fordeling/<int:assignment_id>/avslutt", methods=["POST"])
@requires(Permission.CASE_ASSIGN)
def take_off(application_id: int, assignment_id: int) -> ResponseReturnValue:
    """Take an officer off a case."""
    assignment = queries.assignment(assignment_id)
    if assignment.application_id != application_id:
        raise NotFoundError
    services.end_assignment(assignment, by=me(), at=clock.now())
    flash(_("%(name)s er tatt av saken.", name=assignment.person.name), "success")
    return redirect(url_for("assessments.staff", application_id=application_id), 303)


def _hindered(cover: Application, loads: list[Load]) -> list[tuple[Load, Hindrance]]:
    """Give the officers who cannot be put on the case, and why."""
    known = queries.known_hindrances([one.person.id for one in loads], [cover.id])
    return [
        (one, known[one.person.id, cover.id]) for one in loads if (one.person.id, cover.id) in known
    ]
