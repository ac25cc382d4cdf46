"""The calendar of the office with the list of whom nobody reaches, and the applicant's own dates."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission, requires
from applications.queries.one import ACTS_FOR
from decisions.agenda import words
from decisions.agenda.dates import weeks_of
from decisions.agenda.queries import dues_of, dues_of_all
from decisions.agenda.unreached import unreached
from decisions.appeals.queries import unanswered_requests
from decisions.views.blueprint import pages
from foundation import clock
from foundation.pages import NavItem, register_navigation

__all__ = ["calendar", "own_dates", "words"]
MOST_SHOWN = 200
register_navigation(
    NavItem("decisions.calendar", _l("Kalender"), Permission.DECISION_READ, order=46)
)
register_navigation(
    NavItem("decisions.own_dates", _l("Frister"), Permission.APPLICATION_READ, order=26)
)


@pages.route("/kalender")
@requires(Permission.DECISION_READ)
def calendar() -> ResponseReturnValue:
    """Show what is late, what falls in the weeks to come, and whom nobody reaches."""
    today = clock.today()
    dues = dues_of_all(today)
    late = sorted(one for one in dues if one.is_late(today))
    return render_template(
        "decisions/agenda/calendar.html",
        late=late[:MOST_SHOWN],
        number_late=len(late),
        weeks=weeks_of(one for one in dues if not one.is_late(today)),
        asked=unanswered_requests(),
        unreached=unreached(clock.now()),
    )


@pages.route("/frister")
@requires(Permission.APPLICATION_READ)
def own_dates() -> ResponseReturnValue:
    """Show the dates of one's own cases."""
    today = clock.today()
    dues = dues_of(me().organisations_as(*ACTS_FOR), today)
    return render_template(
        "decisions/agenda/own.html",
        late=sorted(one for one in dues if one.is_late(today)),
        weeks=weeks_of(one for one in dues if not one.is_late(today)),
    )
