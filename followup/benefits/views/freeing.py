"""A page that reckons what minutes saved each day come to: a help to set a target. Nothing is kept."""

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.permissions import Permission, requires
from criteria.freedtime import freed
from followup.benefits.freeing import FreedTimeForm
from followup.views.blueprint import pages


@pages.route("/gevinster/regn-ut-tid")
@requires(Permission.PROFILE_READ)
def freed_time() -> ResponseReturnValue:
    """Reckon hours, full-time posts and kroner from minutes a day."""
    form = FreedTimeForm()
    workplace = form.workplace()
    return render_template(
        "followup/benefits/freed_time.html",
        form=form,
        workplace=workplace,
        rows=list(freed(workplace)) if workplace else [],
    )
