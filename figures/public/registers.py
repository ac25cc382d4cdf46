"""The registers as everybody reads them: standards with who uses them, and solutions with what is said."""

from collections.abc import Sequence

from flask import Response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from accounts.permissions import public
from figures.public.blueprint import pages
from figures.public.keeping import kept
from figures.public.registertables import as_csv, as_json
from followup.experience.queries import LibraryFilter, library
from foundation import clock
from foundation.pages import NavItem, register_navigation
from grants.forms.registers import SolutionFilterForm
from grants.registers import queries
from grants.registers.models import Solution

register_navigation(NavItem("public.standards", _l("Standarder"), None, 25, seldom=True))
register_navigation(NavItem("public.solutions", _l("Godkjenninger"), None, 26, seldom=True))


@pages.route("/standarder")
@public
@kept
def standards() -> ResponseReturnValue:
    """Read which standards there are, how binding each is, and where it comes from."""
    return render_template(
        "public/standards.html", found=queries.standards(), today=clock.today()
    )


@pages.route("/standarder/<code>")
@public
@kept
def standard(code: str) -> ResponseReturnValue:
    """Read a standard version by version, the projects that used it, and the solutions declared for it."""
    found = queries.standard(code)
    return render_template(
        "public/standard.html",
        standard=found,
        claims=queries.claims_of(found.id),
        page=library(LibraryFilter(standard=code)),
        today=clock.today(),
    )


@pages.route("/godkjenninger")
@public
@kept
def solutions() -> ResponseReturnValue:
    """Search the solutions that are declared or controlled."""
    form = _filter()
    return render_template(
        "public/solutions.html", filters=form, found=queries.solutions(form.chosen),
        today=clock.today(),
    )  # fmt: skip


@pages.route("/godkjenninger.csv")
@public
@kept
def solution_table() -> ResponseReturnValue:
    """Take the same choice out as a table."""
    answer = Response(as_csv(_chosen(), clock.today()), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = "attachment; filename=godkjenninger.csv"
    return answer


@pages.route("/godkjenninger.json")
@public
@kept
def solution_data() -> ResponseReturnValue:
    """Take the same choice out for programs."""
    return Response(as_json(_chosen(), clock.today()), content_type="application/json")


@pages.route("/godkjenninger/<int:solution_id>")
@public
@kept
def solution(solution_id: int) -> ResponseReturnValue:
    """Read what is declared of a solution, with every step. Who took them stays in the house."""
    return render_template(
        "public/solution.html", solution=queries.solution(solution_id), today=clock.today()
    )


@pages.route("/godkjenninger/stikkprover")
@public
@kept
def spot_checks() -> ResponseReturnValue:
    """Read what was drawn for spot checks, with all that is needed to draw it again."""
    return render_template("public/spot_checks.html", draws=queries.draws())


def _filter() -> SolutionFilterForm:
    form = SolutionFilterForm()
    form.offer(queries.standards())
    form.validate()
    return form


def _chosen() -> Sequence[Solution]:
    return queries.solutions(_filter().chosen)
