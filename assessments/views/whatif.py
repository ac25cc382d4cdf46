"""What if: a proposal under another frame, other weights or rules, and how firmly it stands."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments import proposing, queries, supposing
from assessments.forms.proposals import Ways
from assessments.forms.whatif import WhatIfForm, steadiness_form, what_if_form
from assessments.models import Proposal
from assessments.refusals import Refusal
from assessments.supposed_charts import changes_drawn, steadiness_drawn
from assessments.views.blueprint import pages
from assessments.views.proposals import ROOT
from criteria.allocation import Selection, TermsError
from criteria.allocation.unsolved import OptimumError
from criteria.whatif import DRAWS, Round, steadiness
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse
from foundation.showing import show_text
from grants import rounds


@pages.route(f"{ROOT}/<int:proposal_id>/hva-om")
@requires(Permission.PROPOSAL_READ)
def what_if(proposal_id: int) -> ResponseReturnValue:
    """Show what a proposal would be if something were otherwise. Nothing is kept."""
    found = _open_to_me(proposal_id)
    now = queries.round_behind(found)
    names = _criteria(found)
    form = what_if_form(now.terms, now.criteria, names, queries.officers_behind(now))
    answer = _answer(found, now, form) if form.validate() else None
    return render_template(
        "assessments/what_if.html",
        proposal=found,
        form=form,
        answer=answer,
        chart=changes_drawn(answer) if answer and answer.turned else None,
        may_make=is_allowed(Permission.PROPOSAL_MAKE),
        way=Ways.LIST if now.terms.selection is Selection.DOWN_THE_LIST else Ways.OPTIMUM,
    )


@pages.route(f"{ROOT}/<int:proposal_id>/robusthet")
@requires(Permission.PROPOSAL_READ)
def steady(proposal_id: int) -> ResponseReturnValue:
    """Show how often each case gets something when the weights may be off."""
    found = _open_to_me(proposal_id)
    now = queries.round_behind(found)
    form = steadiness_form()
    listed = now.terms.selection is Selection.DOWN_THE_LIST
    rows = []
    if listed and form.validate():
        rows = supposing.steady_rows(found, steadiness(now, form.avvik.data or 0))
    unsure = [one for one in rows if not one.steady.is_certain]
    return render_template(
        "assessments/steady.html",
        proposal=found,
        form=form,
        listed=listed,
        draws=DRAWS,
        rows=rows,
        unsure=unsure,
        chart=steadiness_drawn(unsure) if unsure else None,
    )


def _open_to_me(proposal_id: int) -> Proposal:
    """Find a proposal for whom all its cases are open: their marks are weighed against each other.

    One that shares out an extra frame is no such: it keeps what was given before.
    """
    found = queries.proposal(proposal_id)
    if found.builds_on_id is not None:
        raise NotFoundError
    hidden = sorted(proposing.hidden_from(me(), found.lines))
    if hidden:
        flash(
            ngettext(
                "%(num)d sak i innstillingen er lukket for deg. Siden veier sakene mot hverandre, og "
                "vises bare når alle er åpne.",
                "%(num)d saker i innstillingen er lukket for deg. Siden veier sakene mot hverandre, og vises "
                "bare når alle er åpne. Dette er den første av dem.",
                len(hidden),
            ),
            "warning",
        )
        queries.pass_gate(me(), hidden[0])
    return found


def _criteria(proposal: Proposal) -> dict[str, str]:
    return {one.code: show_text(one.name) for one in rounds.first(proposal.call_id).criteria}


def _answer(proposal: Proposal, now: Round, form: WhatIfForm) -> supposing.Answer | None:
    """Work it out, or say on the form why it cannot be."""
    supposed = form.supposed()
    if supposing.is_too_large(now, supposed):
        refuse(form, RuleBrokenError(Refusal.TOO_LARGE_TO_SOLVE, most=supposing.MOST_TO_SOLVE))
        return None
    try:
        return supposing.answer(proposal, now, supposed)
    except TermsError:
        refuse(form, RuleBrokenError(Refusal.TERMS_DO_NOT_FIT))
    except OptimumError:
        refuse(form, RuleBrokenError(Refusal.NO_BEST_COMBINATION))
    return None
