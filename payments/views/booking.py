"""The year page, and booking what is granted."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock, words
from foundation.errors import RuleBrokenError
from payments import queries, services
from payments.overview import year_view
from payments.views.blueprint import pages


@pages.route("/okonomi")
@requires(Permission.LEDGER_READ)
def year() -> ResponseReturnValue:
    """Show each post's years: granted, promised, paid, and what is left of each."""
    return render_template("payments/year.html", view=year_view())


@pages.route("/okonomi/bevilgninger/<int:appropriation_id>/bokfor", methods=["POST"])
@requires(Permission.LEDGER_POST)
def book(appropriation_id: int) -> ResponseReturnValue:
    """Book what is granted to a post for a year, once however often it is pressed."""
    try:
        services.book_appropriation(
            queries.appropriation(appropriation_id), by=me(), at=clock.now()
        )
    except RuleBrokenError as error:
        flash(words.say(error.reason, **error.values), "warning")
    else:
        flash(_("Bevilgningen er bokført."), "success")
    return redirect(url_for("payments.year"), 303)
