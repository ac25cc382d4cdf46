"""What the bank answers: its files, the payments that came back, and what was found out about them."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from assessments.queries import closed_to
from foundation import clock, words
from foundation.errors import RuleBrokenError
from foundation.forms import done, refuse
from payments.bank.schema import LARGEST, BankFileError
from payments.batches import queries, services
from payments.batches.forms import FindingForm, UploadForm
from payments.batches.overview import SHOWN
from payments.views.blueprint import pages


@pages.route("/okonomi/bank")
@requires(Permission.LEDGER_READ)
def bank() -> ResponseReturnValue:
    """List the bank's files and the payments that came back; take in another file."""
    return _page(UploadForm())


@pages.route("/okonomi/bank/fil", methods=["POST"])
@requires(Permission.LEDGER_POST)
def receive() -> ResponseReturnValue:
    """Take in a file from the bank, once."""
    form = UploadForm()
    if form.validate_on_submit():
        upload = form.file.data
        try:
            message = services.receive(
                upload.stream.read(LARGEST + 1),
                filename=upload.filename or "",
                by=me(),
                at=clock.now(),
            )
        except BankFileError as error:
            form.file.errors = [*form.file.errors, words.say(error.reason)]
        except RuleBrokenError as error:
            refuse(form, error, form.file)
        else:
            flash(_("Filen fra banken er tatt imot."), "success")
            return redirect(url_for("payments.bank_message", message_id=message.id), 303)
    return _page(form)


@pages.route("/okonomi/bank/<int:message_id>")
@requires(Permission.LEDGER_READ)
def bank_message(message_id: int) -> ResponseReturnValue:
    """Show a file from the bank and what it tells of."""
    found = queries.message(message_id)
    return render_template(
        "payments/batches/message.html",
        message=found,
        batch=queries.batch_about(found),
        movements=queries.movements_of(message_id, SHOWN),
        shown=SHOWN,
    )


@pages.route("/okonomi/betalinger/<int:line_id>/retur", methods=["GET", "POST"])
@requires(Permission.PAYMENT_ATTEST)
def look_into(line_id: int) -> ResponseReturnValue:
    """Write what was found out about a payment that came back, so that it can be paid again."""
    found, form = queries.line(line_id), FindingForm()
    if form.validate_on_submit() and done(
        form,
        lambda: services.look_into(found, finding=form.finding.data or "", by=me(), at=clock.now()),
    ):
        flash(_("Returen er undersøkt. Raten kan være med i en ny bunke."), "success")
        return redirect(url_for("payments.bank"), 303)
    case = found.instalment.application_id
    return render_template(
        "payments/batches/returned.html",
        line=found,
        form=form,
        hidden=bool(closed_to(me(), {case})),
    )


def _page(form: UploadForm) -> str:
    found = queries.messages(request.args.get("after", type=int))
    return render_template(
        "payments/batches/bank.html",
        form=form,
        messages=found[: queries.SIZE],
        after=found[queries.SIZE - 1].id if len(found) > queries.SIZE else None,
        returned=queries.returned_unseen(),
        payer=queries.payer(),
        may_look_into=is_allowed(Permission.PAYMENT_ATTEST),
    )
