"""The blueprint of this room's pages, and its place in the navigation."""

from flask import Blueprint
from flask_babel import lazy_gettext as _l

from accounts.identity import is_allowed
from accounts.permissions import Permission
from foundation.pages import NavItem, register_navigation
from foundation.wording import format_account
from payments import words
from payments.batches import words as batch_words
from payments.batches.kinds import BatchState, Ending
from payments.interest import words as interest_words
from payments.plans import words as plan_words
from payments.points import words as point_words
from payments.postnames import post_name
from payments.queries import Figure
from payments.running import words as running_words
from payments.states import InstalmentState
from payments.succession import words as succession_words

pages = Blueprint("payments", __name__)
__all__ = [
    "batch_words",
    "interest_words",
    "pages",
    "plan_words",
    "point_words",
    "running_words",
    "succession_words",
    "words",
]

register_navigation(NavItem("payments.year", _l("Økonomi"), Permission.LEDGER_READ, order=50))


@pages.context_processor
def _of_the_room() -> dict[str, object]:
    """Give the templates the words they choose by, and what the reader may do."""
    return {
        "BatchState": BatchState,
        "Ending": Ending,
        "Figure": Figure,
        "account": format_account,
        "percent_of": interest_words.percent_of,
        "InstalmentState": InstalmentState,
        "post_name": post_name,
        "may_attest": is_allowed(Permission.PAYMENT_ATTEST),
        "may_post": is_allowed(Permission.LEDGER_POST),
    }
