"""The work list: what it shows, and everything it can be narrowed by."""

from collections.abc import Mapping

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from applications.queries.caseorder import BookmarkError
from assessments import queries
from assessments.forms import ListFilter, SearchForm
from assessments.lists.chips import chips
from assessments.lists.choice import Choice, Whose, read, typed_in
from assessments.lists.kept import views_of
from assessments.lists.offered import offered
from assessments.queries.worklist import WorkPage, work_page
from assessments.views.blueprint import pages
from foundation.errors import NotFoundError
from grants import queries as grants
from grants.queries import CallTitle


@pages.route("/saker")
@requires(Permission.CASE_READ)
def cases() -> ResponseReturnValue:
    """List the cases, fifty a page; without a choice, what the person lets the list open with."""
    views = views_of(me())
    opening = next((one for one in views if one.opens), None)
    if opening is not None and not request.args:
        return redirect(f"{url_for('assessments.cases')}?{opening.query or 'whose=all'}", 303)
    choice = _choice(request.args)
    return render_template(
        "assessments/cases.html",
        choice=choice,
        typed=tuple(typed_in(request.args).items()),
        is_right=dict(choice.typed) == typed_in(request.args),
        chips=chips(choice, offered),
        calls=tuple(grants.call_titles()),
        draw_search=_search_form,
        views=views,
        lists=tuple(Whose),
        page=_page(choice),
        may_assign=is_allowed(Permission.CASE_ASSIGN),
        may_declare=queries.takes_part(me()),
    )


@pages.route("/saker/filtre")
@requires(Permission.CASE_READ)
def case_filters() -> ResponseReturnValue:
    """Show everything that the list can be narrowed by."""
    form = ListFilter()
    form.offer(offered())
    if request.args:
        form.validate()
    return render_template("assessments/case_filters.html", form=form)


def _choice(given: Mapping[str, str]) -> Choice:
    """Read what was chosen; what cannot be chosen limits nothing, and the form tells it."""
    try:
        return read(given)
    except ValueError:
        return Choice()


def _page(choice: Choice) -> WorkPage:
    try:
        return work_page(
            me(), choice, after=request.args.get("after"), before=request.args.get("before")
        )
    except BookmarkError as error:
        raise NotFoundError from error


def _search_form(calls: tuple[CallTitle, ...], *, is_right: bool) -> SearchForm | ListFilter:
    """Make the form when it must be drawn: what is kept drawn is not even made.

    Where something cannot be chosen, all fields are shown, each with what is wrong.
    """
    if is_right:
        form = SearchForm()
        form.offer_calls(calls)
        return form
    full = ListFilter()
    full.offer(offered())
    full.validate()
    return full
