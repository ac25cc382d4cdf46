"""Letters: a recipient's own, opened and kept; and all of a case's for the office."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.queries import any_application, application_of
from applications.queries.one import ACTS_FOR
from applications.views.room import arrived
from assessments.queries import pass_gate
from decisions import queries, services
from decisions.letterkinds import LetterKind
from decisions.models import Letter
from decisions.views.blueprint import pages
from decisions.views.handing import hand_out
from foundation import clock, files
from foundation.errors import NotFoundError


@pages.route("/brev")
@requires(Permission.APPLICATION_READ)
def letters() -> ResponseReturnValue:
    """List every letter to one's organisations, newest first."""
    return render_template("decisions/letters.html", letters=queries.letters_of(me()))


@pages.route("/brev/<int:letter_id>.pdf")
@requires(Permission.APPLICATION_READ)
def letter(letter_id: int) -> ResponseReturnValue:
    """Hand a letter out to its recipient, and keep when it was first opened."""
    return _opened(queries.letter_to(me(), letter_id))


@pages.route("/soknader/<int:application_id>/kvittering.pdf")
@requires(Permission.APPLICATION_READ)
def receipt(application_id: int) -> ResponseReturnValue:
    """Hand out the receipt of an application, or wait with the reader until it is made."""
    application = application_of(me(), application_id)
    if application.submitted_at is None:
        raise NotFoundError
    found = queries.receipt_of(application_id)
    if found is None:
        return render_template("decisions/receipt_waiting.html", application=application)
    return _opened(found)


@pages.route("/saker/brev/<int:letter_id>.pdf")
@requires(Permission.DECISION_READ)
def case_letter(letter_id: int) -> ResponseReturnValue:
    """Hand a letter of a case out to the office."""
    found = queries.letter(letter_id)
    pass_gate(me(), found.application_id)
    return hand_out(_document(found), _file_name(found))


@pages.route("/saker/brev/<int:letter_id>/igjen", methods=["POST"])
@requires(Permission.DECISION_DRAFT)
def make_letter_again(letter_id: int) -> ResponseReturnValue:
    """Let one letter of a case that failed be tried again."""
    found = queries.failed_letter(letter_id)
    pass_gate(me(), found.application_id)
    services.make_letter_again(found, by=me(), at=clock.now())
    return _tried(found.application_id)


@pages.route(
    "/saker/<int:application_id>/brev/<any(receipt, deficiency):kind>/igjen", methods=["POST"]
)
@requires(Permission.DECISION_DRAFT)
def make_document_again(application_id: int, kind: str) -> ResponseReturnValue:
    """Let a receipt or a request for what is missing that failed be tried again."""
    application = any_application(application_id)
    pass_gate(me(), application_id)
    services.make_document_again(application, LetterKind(kind), by=me(), at=clock.now())
    return _tried(application_id)


def _tried(application_id: int) -> ResponseReturnValue:
    flash(_("Brevet blir forsøkt laget på nytt."), "success")
    return redirect(
        url_for("assessments.case", application_id=application_id, _anchor="vedtak"), 303
    )


def _opened(found: Letter) -> ResponseReturnValue:
    document = _document(found)
    if found.organisation_id in me().organisations_as(*ACTS_FOR):
        services.open_letter(found, by=me(), at=arrived())
    return hand_out(document, _file_name(found))


def _document(found: Letter) -> bytes:
    return files.store().read(found.sha256 or "")


def _file_name(found: Letter) -> str:
    case = (found.application.case_number or "").replace("/", "-")
    return f"{case}-{found.kind.value.replace('_', '-')}-{found.language}.pdf"
