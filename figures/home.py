"""The start page: what is offered, for strangers; what awaits, for those who have signed in."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from accounts.identity import me
from accounts.permissions import public
from figures.awaiting import awaiting
from foundation import clock
from grants import queries as grants

pages = Blueprint("home", __name__)


@pages.route("/")
@public
def start() -> ResponseReturnValue:
    """Show what awaits the person, or, to a stranger, what the scheme is and which calls are open."""
    open_calls = grants.open_calls(clock.now())
    if current_user.is_authenticated:
        counts = awaiting(me())
        return render_template("home/own.html", counts=counts, calls=open_calls, person=me())
    scheme = grants.scheme() if grants.has_scheme() else None
    return render_template("home/stranger.html", scheme=scheme, calls=open_calls)
