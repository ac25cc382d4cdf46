"""From a key to a panel that a regression can read: one row for each kommune and year.

    TILSAGN_URL=https://tilsagn.example.org TILSAGN_KEY=… python panel.py panel.csv

Needs Python alone. Amounts are kroner per inhabitant; a row whose inhabitants are not known is left out.
"""

import csv
import json
import os
import sys
from http.client import HTTPConnection, HTTPSConnection
from math import log
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ORE_PER_KRONE = 100
OK = 200
COLUMNS = (
    "number", "year", "log_inhabitants", "centrality", "applied", "awarded", "awarded_before",
    "granted_per_inhabitant", "paid_per_inhabitant",
)  # fmt: skip


def table(name: str) -> list[dict[str, Any]]:
    """Fetch a whole table as JSON, and see that it is all there by its own count and sum."""
    address = urlsplit(os.environ["TILSAGN_URL"])
    connect = HTTPSConnection if address.scheme == "https" else HTTPConnection
    connection = connect(address.hostname, address.port)
    connection.request(
        "GET", f"/api/v1/{name}", headers={"Authorization": f"Bearer {os.environ['TILSAGN_KEY']}"}
    )
    answer = connection.getresponse()
    told = json.loads(answer.read())
    if answer.status != OK:
        sys.exit(f"{answer.status} {told['error']}: {told['message']}")
    control = told["control"]
    if control["sum"] != sum(row[control["column"]] for row in told["data"]):
        sys.exit("the control sum is another: fetch again")
    rows: list[dict[str, Any]] = told["data"]
    return rows


def panel(kommuner: list[dict[str, Any]]) -> list[list[Any]]:
    """Make one row for each kommune of today and year, in order of kommune and year."""
    awarded_before: dict[str, int] = {}
    rows = []
    for one in sorted(kommuner, key=lambda row: (row["number"], row["year"])):
        before = awarded_before.get(one["number"], 0)
        awarded_before[one["number"]] = before or int(one["awards_taking_part"] > 0)
        people = one["inhabitants"]
        if not people:
            continue
        rows.append([
            one["number"], one["year"], round(log(people), 6), one["centrality"],
            int(one["applications_taking_part"] > 0), int(one["awards_taking_part"] > 0), before,
            round(one["granted_as_lead_ore"] / ORE_PER_KRONE / people, 4),
            round(one["paid_as_lead_ore"] / ORE_PER_KRONE / people, 4),
        ])  # fmt: skip
    return rows


if __name__ == "__main__":
    with Path(sys.argv[1]).open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([COLUMNS, *panel(table("kommuner?codes=now"))])
