"""Letters: a recipient's own, opened and kept; and all of a case's for the office."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.queries import application_of
from applications.queries.one import ACTS_FOR
from applications.views.room import arrived
from assessments.queries import pass_gate
from decisions import queries, services
from decisions.models import Letter
from decisions.views.blueprint import pages
from decisions.views.handing import hand_out
from foundation import files
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
