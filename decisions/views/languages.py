"""How the letters are shared between the two forms of Norwegian."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.permissions import Permission, requires
from decisions.queries.languages import LEAST_PERCENT, language_shares
from decisions.views.blueprint import pages


@pages.route("/brev/malform")
@requires(Permission.SCHEME_READ)
def languages() -> ResponseReturnValue:
    """Show the letters in each form, by year and by kind of letter."""
    return render_template(
        "decisions/languages.html", shares=language_shares(), least=LEAST_PERCENT
    )
