"""The demonstration's own pages: its clock, and the mailbox that nothing leaves."""

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.permissions import public
from demo import clockwork, queries
from demo.forms import ClockForm
from foundation import clock
from foundation.settings import Settings

pages = Blueprint("demo", __name__)


@pages.route("/demo/klokke", endpoint="clock", methods=["GET", "POST"])
@public
def clock_page() -> ResponseReturnValue:
    """Show the clock, and move it to another day."""
    form = ClockForm()
    if form.validate_on_submit() and form.day.data and form.hour.data:
        clockwork.move_to(form.day.data, form.hour.data, _settings().data_dir)
        flash(_("Klokken er stilt."))
        return redirect(url_for("demo.clock"))
    if not form.is_submitted():
        now = clock.in_oslo(clock.now())
        form.day.data, form.hour.data = now.date(), now.time()
    return render_template(
        "demo/clock.html", form=form, now=clock.now(), is_moved=bool(clock.moved())
    )


@pages.route("/demo/klokke/tilbake", methods=["POST"])
@public
def set_clock_right() -> ResponseReturnValue:
    """Let the clock show the real time again."""
    clockwork.set_right(_settings().data_dir)
    flash(_("Klokken viser virkelig tid igjen."))
    return redirect(url_for("demo.clock"))


@pages.route("/demo/postkasse")
@public
def mailbox() -> ResponseReturnValue:
    """Show the e-mails that would have been sent."""
    return render_template("demo/mailbox.html", mails=queries.newest_mails())


def _settings() -> Settings:
    settings = current_app.extensions["tilsagn"]
    if not isinstance(settings, Settings):
        raise TypeError(type(settings).__name__)
    return settings
