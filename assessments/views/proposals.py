"""Ranking and proposals: each call's runs, one run, two beside each other, and the choice."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments import proposing, queries, services
from assessments.comparison import compare
from assessments.forms import ChooseForm, FrameForm
from assessments.views.blueprint import pages
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse
from grants import queries as grants
from grants import rounds

ROOT = "/innstillinger"


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
    form = FrameForm(frame=call.frame)
    may_make = is_allowed(Permission.PROPOSAL_MAKE)
    if may_make and form.validate_on_submit():
        try:
            made = services.make_proposal(call, frame=form.frame.data, by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Innstillingen er laget. Den gjelder ikke før den er valgt."), "success")
            return redirect(url_for("assessments.proposal", proposal_id=made.id), 303)
    return render_template(
        "assessments/call_proposals.html",
        call=call,
        form=form if may_make else None,
        state=proposing.state_of(call, clock.now()),
        proposals=[proposing.summed(one) for one in queries.proposals_of(call.id)],
        unfinished=queries.unfinished_in(call.id),
    )


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
        try:
            services.choose_proposal(found, reason=form.reason.data or "", by=me(), at=clock.now())
        except RuleBrokenError as error:
            refuse(form, error)
        else:
            flash(_("Innstillingen er valgt. Sakene venter nå på vedtak."), "success")
            return redirect(url_for("assessments.proposal", proposal_id=proposal_id), 303)
    return render_template(
        "assessments/choose.html",
        form=form,
        proposal=proposing.summed(found),
        earlier=queries.chosen_proposal(found.call_id),
        unfinished=queries.unfinished_in(found.call_id),
    )


@pages.route(f"{ROOT}/<int:proposal_id>/sammenlign")
@requires(Permission.PROPOSAL_READ)
def compare_proposals(proposal_id: int) -> ResponseReturnValue:
    """Show two proposals of a call beside each other."""
    later = queries.proposal(proposal_id)
    earlier = queries.proposal(request.args.get("med", type=int) or 0)
    if earlier.call_id != later.call_id:
        raise NotFoundError
    return render_template(
        "assessments/compare.html",
        before=proposing.summed(earlier),
        after=proposing.summed(later),
        pairs=compare(earlier.lines, later.lines),
        hidden=proposing.hidden_from(me(), [*earlier.lines, *later.lines]),
    )


@pages.route(f"{ROOT}/<int:proposal_id>/grunnlag.json")
@requires(Permission.PROPOSAL_READ)
def inputs(proposal_id: int) -> ResponseReturnValue:
    """Hand out all that a proposal was made from, so that it can be made again; to whom all of it is open."""
    found = queries.proposal(proposal_id)
    for hidden in sorted(proposing.hidden_from(me(), found.lines)):
        queries.pass_gate(me(), hidden)
    response = Response(proposing.written_inputs(found), mimetype="application/json")
    response.headers["Content-Disposition"] = f"attachment; filename=innstilling-{found.id}.json"
    return response
