"""The work list, and putting officers on many cases at once."""

from collections.abc import Iterable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.identity import is_allowed, me
from accounts.models import Role
from accounts.permissions import Permission, requires
from accounts.queries import PersonName, names_as
from applications.models import Application
from applications.queries.caselist import BookmarkError
from assessments import queries, services
from assessments.forms import BulkForm, ListFilter
from assessments.models import Task
from assessments.queries.worklist import work_page
from assessments.services import Refused
from assessments.staffing_plan import Plan, plan
from assessments.views.blueprint import pages
from foundation import clock, words
from foundation.errors import NotFoundError
from foundation.locale import own_address
from grants import queries as grants


@pages.route("/saker")
@requires(Permission.CASE_READ)
def cases() -> ResponseReturnValue:
    """List the cases, fifty a page."""
    filters = ListFilter()
    filters.offer(grants.call_titles())
    try:
        page = work_page(
            me(), filters.chosen(), filters.whose_cases(),
            after=request.args.get("after"), before=request.args.get("before"),
        )  # fmt: skip
    except BookmarkError as error:
        raise NotFoundError from error
    bulk = None
    if is_allowed(Permission.CASE_ASSIGN):
        bulk = BulkForm(back=request.full_path)
        bulk.offer(names_as(Role.CASE_OFFICER))
    return render_template(
        "assessments/cases.html",
        filters=filters,
        page=page,
        bulk=bulk,
        may_declare=queries.takes_part(me()),
    )


@pages.route("/saker/fordel", methods=["POST"])
@requires(Permission.CASE_ASSIGN)
def staff_many() -> ResponseReturnValue:
    """Put officers on the cases that are ticked, and tell of each that could not be."""
    form = BulkForm()
    loads = queries.loads()
    form.offer([PersonName(one.person.id, one.person.name) for one in loads])
    if form.validate_on_submit():
        planned = plan(form.cases.data or [], form.task.data, form.person.data, loads)
        _tell(planned, services.assign_many(planned.wishes, by=me(), at=clock.now()))
    else:
        for problem in (text for field in form for text in field.errors):
            flash(problem, "danger")
    return redirect(own_address(form.back.data or url_for("assessments.cases")), 303)


def _tell(planned: Plan, refused: Iterable[Refused]) -> None:
    told = list(refused)
    done = len(planned.wishes) - len(told)
    if done:
        flash(
            ngettext("%(num)d oppgave er fordelt.", "%(num)d oppgaver er fordelt.", done), "success"
        )
    for one in told:
        reason = words.say(one.because.reason, **one.because.values)
        flash(_line(one.wish.application, one.wish.task, reason), "warning")
    for application, task in planned.unfilled:
        flash(_line(application, task, _("Ingen kan settes på.")), "warning")
    if not planned.wishes and not planned.unfilled:
        flash(_("Det var ingenting å fordele i disse sakene."), "info")


def _line(application: Application, task: Task, reason: str) -> str:
    return str(
        _("Sak %(number)s, %(task)s: %(reason)s",
          number=application.case_number, task=words.say(task).lower(), reason=reason)
    )  # fmt: skip
