"""Ranking and proposals: each call's runs, one run, and the choice."""

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments import proposing, queries, services
from assessments.forms import ChooseForm, FrameForm, Ways
from assessments.models import Proposal
from assessments.proposalsheet import workbook
from assessments.views.blueprint import pages
from foundation import clock
from foundation.errors import RuleBrokenError
from foundation.forms import refuse
from grants import queries as grants
from grants import rounds
from grants.models import Call

ROOT = "/innstillinger"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pages.route(ROOT)
@requires(Permission.PROPOSAL_READ)
def calls() -> ResponseReturnValue:
    """List the calls with how far their cases have come and what is chosen."""
    rows = proposing.call_rows(grants.published_calls(clock.today()), clock.now())
    return render_template("assessments/calls.html", rows=rows)


@pages.route(f"{ROOT}/utlysning/<int:call_id>", methods=["GET", "POST"])
@requires(Permission.PROPOSAL_READ)
def call_proposals(call_id: int) -> ResponseReturnValue:
    """Show a call's proposals and what cannot be ranked; run another."""
    call = rounds.first(call_id)
    form = FrameForm(frame=call.frame, way=Ways.LIST)
    form.offer()
    may_make = is_allowed(Permission.PROPOSAL_MAKE)
    if may_make and form.validate_on_submit():
        try:
            return redirect(_made(call, form), 303)
        except RuleBrokenError as error:
            refuse(form, error)
    proposals = [proposing.summed(one) for one in queries.proposals_of(call.id)]
    return render_template(
        "assessments/call_proposals.html",
        call=call,
        form=form if may_make else None,
        state=proposing.state_of(call, clock.now()),
        proposals=proposals,
        chosen=any(one.proposal.is_in_force for one in proposals),
        unfinished=queries.unfinished_in(call.id),
    )


def _made(call: Call, form: FrameForm) -> str:
    """Make what is asked for, and give the page that shows it."""
    at, frame, listed = clock.now(), form.frame.data, None
    if form.way.data != Ways.OPTIMUM:
        listed = services.make_proposal(call, frame=frame, by=me(), at=at)
        flash(_("Innstillingen er laget. Den gjelder ikke før den er valgt."), "success")
    if form.way.data != Ways.LIST:
        run = services.ask_for_optimum(call, frame=frame, by=me(), at=at)
        return url_for("assessments.run", run_id=run.id, liste=listed.id if listed else None)
    return _address(listed)


def _address(proposal: Proposal | None) -> str:
    return url_for("assessments.proposal", proposal_id=proposal.id if proposal else 0)


@pages.route(f"{ROOT}/<int:proposal_id>")
@requires(Permission.PROPOSAL_READ)
def proposal(proposal_id: int) -> ResponseReturnValue:
    """Show a proposal line by line, with its reasons, its sums and what it was made from."""
    found = queries.proposal(proposal_id)
    others = [one for one in queries.proposals_of(found.call_id) if one.id != proposal_id]
    return render_template(
        "assessments/proposal.html",
        proposal=proposing.summed(found),
        rows=proposing.line_rows(found, me()),
        others=others,
        may_choose=is_allowed(Permission.PROPOSAL_MAKE) and found.chosen_at is None,
        may_read_anew=is_allowed(Permission.DECISION_SIGN) and found.is_in_force,
    )


@pages.route(f"{ROOT}/<int:proposal_id>/velg", methods=["GET", "POST"])
@requires(Permission.PROPOSAL_MAKE)
def choose(proposal_id: int) -> ResponseReturnValue:
    """Choose a proposal, with a reason."""
    found = queries.proposal(proposal_id)
    form = ChooseForm()
    if form.validate_on_submit():
        act = services.choose_extra if found.builds_on_id else services.choose_proposal
        try:
            act(found, reason=form.reason.data or "", by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Innstillingen er valgt. Sakene venter nå på vedtak."), "success")
            return redirect(_address(found), 303)
    return render_template(
        "assessments/choose.html",
        form=form,
        proposal=proposing.summed(found),
        earlier=queries.chosen_proposal(found.call_id),
        unfinished=queries.unfinished_in(found.call_id),
    )


@pages.route(f"{ROOT}/<int:proposal_id>/grunnlag.json")
@requires(Permission.PROPOSAL_READ)
def inputs(proposal_id: int) -> ResponseReturnValue:
    """Hand out all that a proposal was made from, so that it can be made again; to whom all of it is open."""
    found = queries.proposal(proposal_id)
    for hidden in sorted(proposing.hidden_from(me(), found.lines)):
        queries.pass_gate(me(), hidden)
    response = Response(proposing.written_inputs(found), mimetype="application/json")
    return _attached(response, f"innstilling-{found.id}.json")


@pages.route(f"{ROOT}/<int:proposal_id>/innstilling.xlsx")
@requires(Permission.PROPOSAL_READ)
def proposal_sheet(proposal_id: int) -> ResponseReturnValue:
    """Hand out a proposal as a spreadsheet, with the numbers behind each line."""
    found = queries.proposal(proposal_id)
    book = workbook(proposing.summed(found), proposing.line_rows(found, me()))
    return _attached(Response(book, mimetype=XLSX), f"innstilling-{found.id}.xlsx")


def _attached(response: Response, name: str) -> Response:
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response
