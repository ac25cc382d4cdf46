"""The ledger's entries: the list, one of them, and its counter-entry."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.forms import made
from payments import queries, services
from payments.forms import EntryFilterForm, ReverseForm
from payments.models import Entry
from payments.overview import entry_view
from payments.views.blueprint import pages


@pages.route("/okonomi/hovedbok")
@requires(Permission.LEDGER_READ)
def entries() -> ResponseReturnValue:
    """List the entries, fifty a page, with the sums of all that fit."""
    form = EntryFilterForm()
    form.offer(queries.posts(), queries.years())
    chosen = form.chosen()
    page = queries.entry_page(
        chosen,
        after=request.args.get("after", type=int),
        before=request.args.get("before", type=int),
    )
    return render_template(
        "payments/entries.html",
        form=form,
        chosen=chosen,
        page=page,
        sums=queries.sums_of(chosen),
    )


@pages.route("/okonomi/hovedbok/<int:entry_id>")
@requires(Permission.LEDGER_READ)
def entry(entry_id: int) -> ResponseReturnValue:
    """Show an entry, and what corrects it."""
    return render_template("payments/entry.html", view=entry_view(entry_id))


@pages.route("/okonomi/hovedbok/<int:entry_id>/motposter", methods=["GET", "POST"])
@requires(Permission.LEDGER_POST)
def reverse(entry_id: int) -> ResponseReturnValue:
    """Correct an appropriation by its counter-entry, with a reason."""
    view = entry_view(entry_id)
    form = ReverseForm()
    if form.validate_on_submit() and (counter := made(form, lambda: _counter(view.entry, form))):
        flash(_("Posteringen er rettet med en motpostering."), "success")
        return redirect(url_for("payments.entry", entry_id=counter.id), 303)
    return render_template("payments/reverse.html", view=view, form=form)


def _counter(entry: Entry, form: ReverseForm) -> Entry:
    return services.reverse(entry, reason=form.reason.data or "", by=me(), at=clock.now())
