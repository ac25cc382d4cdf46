"""Letting a new account hold when its day comes: a job like any other, so that a killed worker loses none."""

from datetime import datetime

from decisions.accountchange import queries, services
from foundation import outbox
from foundation.columns import JsonValue


@outbox.handles("account_holds")
def account_holds(detail: JsonValue, at: datetime) -> None:
    """Let a confirmed change hold; one that was taken back or stopped meanwhile stays so."""
    change = queries.change(int(detail["change"]))
    services.let_hold(change, by=change.confirmed_by, at=at)
