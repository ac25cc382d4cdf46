"""Pages of the books: moving money between posts and years, and closing months."""

from datetime import date

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from accounts.identity import is_allowed, me
from accounts.permissions import Permission, requires
from applications.documents import file_name
from applications.views.attachments import download
from criteria.periods import may_close
from foundation import clock, files
from foundation.errors import NotFoundError
from foundation.forms import made
from foundation.wording import MONTHS
from payments import queries
from payments.books import queries as books
from payments.books import services
from payments.books.forms import CarryOverForm, CloseForm, MoveForm, TakeBackForm
from payments.books.models import BY_THEIR_OWN_ACT, ClosedMonth, Movement, MovementKind
from payments.books.recording import Document
from payments.views.blueprint import pages


@pages.route("/okonomi/omdisponer", methods=["GET", "POST"])
@requires(Permission.LEDGER_POST)
def transfer() -> ResponseReturnValue:
    """Move money to another post or year."""
    form = MoveForm()
    form.offer(queries.posts(), queries.years())
    if form.validate_on_submit() and (
        moved := made(form, lambda: services.transfer(form.move(), by=me(), at=clock.now()))
    ):
        flash(_("Omdisponeringen er bokført."), "success")
        return redirect(url_for("payments.movement", movement_id=moved.id), 303)
    return render_template("payments/books/transfer.html", form=form)


@pages.route("/okonomi/overfor", methods=["GET", "POST"])
@requires(Permission.LEDGER_POST)
def carry_over() -> ResponseReturnValue:
    """Take unused money of a post along to the next year, with the document that allows it."""
    form = CarryOverForm()
    form.offer(queries.posts(), queries.years())
    if form.validate_on_submit() and (moved := made(form, lambda: _carried(form))):
        flash(_("Overføringen er bokført."), "success")
        return redirect(url_for("payments.movement", movement_id=moved.id), 303)
    return render_template("payments/books/carry_over.html", form=form)


@pages.route("/okonomi/flytting/<int:movement_id>")
@requires(Permission.LEDGER_READ)
def movement(movement_id: int) -> ResponseReturnValue:
    """Show what was moved, by what right, and what took it back."""
    return render_template("payments/books/movement.html", **_shown(movement_id))


@pages.route("/okonomi/flytting/<int:movement_id>/tilbake", methods=["GET", "POST"])
@requires(Permission.LEDGER_POST)
def take_back(movement_id: int) -> ResponseReturnValue:
    """Take a movement back by a counter-entry for each of its entries."""
    shown = _shown(movement_id)
    form = TakeBackForm()
    if form.validate_on_submit() and (back := made(form, lambda: _taken_back(movement_id, form))):
        flash(_("Flyttingen er tatt tilbake med motposteringer."), "success")
        return redirect(url_for("payments.movement", movement_id=back.id), 303)
    return render_template("payments/books/take_back.html", form=form, **shown)


@pages.route("/okonomi/flytting/<int:movement_id>/dokument")
@requires(Permission.LEDGER_READ)
def movement_document(movement_id: int) -> ResponseReturnValue:
    """Hand out the document that gives the authority."""
    found = books.movement(movement_id)
    if found.sha256 is None or found.media_type is None or found.filename is None:
        raise NotFoundError
    return download(found.sha256, found.media_type, found.filename)


@pages.route("/okonomi/perioder", methods=["GET", "POST"])
@requires(Permission.LEDGER_READ)
def months() -> ResponseReturnValue:
    """Show the closed months, and close the next one when it is over."""
    so_far = books.books_so_far()
    first = so_far.next_month
    form = CloseForm(month=first.isoformat() if first else "")
    may_post = is_allowed(Permission.LEDGER_POST)
    if may_post and form.validate_on_submit() and (closed := made(form, lambda: _closed(form))):
        flash(_("%(month)s er avsluttet.", month=month_name(closed.first_day)), "success")
        return redirect(url_for("payments.months"), 303)
    return render_template(
        "payments/books/months.html", form=form, next_month=first, month_name=month_name,
        booked=books.booked_in(first) if first else None, closed=books.closed_months(),
        refusal=may_close(first, so_far, clock.today()) if first else None,
    )  # fmt: skip


def month_name(first_day: date) -> str:
    """Write a month as people do: `Mai 2026`."""
    return f"{MONTHS[first_day.month - 1].capitalize()} {first_day.year}"


def _carried(form: CarryOverForm) -> Movement:
    document = _received(form.document.data)
    return services.carry_over(form.move(), document, by=me(), at=clock.now())


def _taken_back(movement_id: int, form: TakeBackForm) -> Movement:
    reason = form.reason.data or ""
    return services.reverse_movement(
        books.movement(movement_id), reason=reason, by=me(), at=clock.now()
    )


def _closed(form: CloseForm) -> ClosedMonth:
    return services.close_month(_day(form.month.data), by=me(), at=clock.now())


def _shown(movement_id: int) -> dict[str, object]:
    found = books.movement(movement_id)
    counter = books.counter_of_movement(movement_id)
    return {
        "movement": found,
        "entries": books.entries_of(movement_id),
        "countered_by": counter,
        "may_be_taken_back": counter is None and found.kind not in _STAY,
    }


_STAY = BY_THEIR_OWN_ACT | {MovementKind.REVERSAL}
"""What is not taken back here: a reversal, and what moved instalments too."""


def _received(upload: FileStorage | None) -> Document | None:
    if not upload or not upload.filename:
        return None
    return Document(files.store().receive(upload.stream), file_name(upload.filename))


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError as error:
        raise NotFoundError from error
