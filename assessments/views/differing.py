"""Proposals looked at closely: a search under way, one line with its neighbours, two beside each other."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from assessments import differing, explaining, proposing, queries, searching
from assessments.comparison import compare
from assessments.views.blueprint import pages
from assessments.views.proposals import ROOT
from foundation.errors import NotFoundError


@pages.route(f"{ROOT}/leting/<int:run_id>")
@requires(Permission.PROPOSAL_READ)
def run(run_id: int) -> ResponseReturnValue:
    """Show how far the search for the best combination has come, and what came of it."""
    found = queries.run(run_id)
    listed = request.args.get("liste", type=int)
    return render_template(
        "assessments/run.html", run=found, listed=listed, floors=searching.floors_of(found)
    )


@pages.route(f"{ROOT}/<int:proposal_id>/sak/<int:application_id>")
@requires(Permission.PROPOSAL_READ)
def line(proposal_id: int, application_id: int) -> ResponseReturnValue:
    """Show one line: the way to its amount number by number, and what lies just above and below."""
    found = queries.proposal(proposal_id)
    rows = {row.line.application_id: row for row in proposing.line_rows(found, me())}
    if application_id not in rows:
        raise NotFoundError
    queries.pass_gate(me(), application_id)
    row = rows[application_id]
    return render_template(
        "assessments/line.html",
        proposal=found,
        row=row,
        rows=rows,
        steps=list(explaining.steps(row.why)),
        neighbours=explaining.neighbours(found, application_id),
    )


@pages.route(f"{ROOT}/<int:proposal_id>/sammenlign")
@requires(Permission.PROPOSAL_READ)
def compare_proposals(proposal_id: int) -> ResponseReturnValue:
    """Show two proposals of a call beside each other."""
    later = queries.proposal(proposal_id)
    earlier = queries.proposal(request.args.get("med", type=int) or 0)
    if earlier.call_id != later.call_id:
        raise NotFoundError
    methods = differing.methods(earlier, later)
    # The two ways give other reasons to nearly all; what matters then is who gets something else.
    pairs = compare(earlier.lines, later.lines, by_amount=methods is not None)
    only = request.args.get("vis") == "ulike"
    return render_template(
        "assessments/compare.html",
        before=proposing.summed(earlier),
        after=proposing.summed(later),
        pairs=[pair for pair in pairs if pair.differs or not only],
        only=only,
        number=sum(pair.differs for pair in pairs),
        methods=methods,
        hidden=proposing.hidden_from(me(), [*earlier.lines, *later.lines]),
    )
