"""One decision with its reasons and its letter, and the document as it will be."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from decisions.forms import SignOneForm
from decisions.paper import draft_document, previews
from decisions.sheet import sheet_of
from decisions.views.blueprint import pages
from decisions.views.handing import hand_out
from decisions.views.opening import opened_decision
from foundation import clock
from foundation.errors import NotFoundError
from foundation.language import BOKMAL, LANGUAGES
from foundation.letterhead import LetterError


@pages.route("/vedtak/sak/<int:decision_id>")
@requires(Permission.DECISION_READ)
def show(decision_id: int) -> ResponseReturnValue:
    """Show a decision: amounts, reasons, letter, and what the reader can do with it."""
    decision = opened_decision(decision_id)
    return render_template(
        "decisions/show.html",
        sheet=sheet_of(decision, me(), clock.now()),
        form=SignOneForm(seen=str(decision.id), publish_on=clock.today()),
        previews=previews(decision, clock.today()) if decision.signed_at is None else [],
    )


@pages.route("/vedtak/sak/<int:decision_id>/utkast.pdf")
@requires(Permission.DECISION_READ)
def preview_document(decision_id: int) -> ResponseReturnValue:
    """Hand out the letter as it would be made now, marked as a draft."""
    decision = opened_decision(decision_id)
    language = request.args.get("sprak", BOKMAL)
    if language not in LANGUAGES:
        raise NotFoundError
    try:
        document = draft_document(decision, language, clock.today())
    except LetterError as error:
        raise NotFoundError from error
    case = (decision.application.case_number or "").replace("/", "-")
    return hand_out(document, f"utkast-{case}-{language}.pdf")
