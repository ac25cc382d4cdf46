"""What is declared of solutions as files: CSV that Norwegian spreadsheets read, and JSON for programs."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import date

from flask_babel import gettext as _

from criteria.conformity import holds
from figures.extracts.cells import harmless
from foundation import words
from foundation.showing import show_text
from grants.registers.models import Claim, Solution


def as_csv(solutions: Sequence[Solution], on: date) -> bytes:
    """Write one line for each declaration: `;`, a byte order mark. No cell begins a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        (
            _("Leverandør"), _("Produkt"), _("Versjon"), _("Krav"), _("Testbeskrivelse"),
            _("Meldingsprofil"), _("Ordning"), _("Status"), _("Dato"), _("Gyldig til og med"),
            _("Gjelder nå"),
        )
    )  # fmt: skip
    for one, claim in _lines(solutions):
        last = claim.last
        title = show_text(claim.standard.newest.title) if claim.standard else ""
        writer.writerow(
            (
                harmless(one.supplier), harmless(one.product), harmless(one.product_version),
                harmless(title), harmless(claim.test_description), harmless(claim.profile),
                words.say(claim.mode), words.say(last.standing), last.happened_on.isoformat(),
                last.valid_to.isoformat() if last.valid_to else "",
                _("ja") if holds(last.standing, last.valid_to, on) else _("nei"),
            )
        )  # fmt: skip
    return text.getvalue().encode("utf-8-sig")


def as_json(solutions: Sequence[Solution], on: date) -> str:
    """Write the solutions as one object; codes are the register's own."""
    rows = [
        {
            "supplier": one.supplier,
            "product": one.product,
            "version": one.product_version,
            "standard": claim.standard.code if claim.standard else None,
            "test_description": claim.test_description or None,
            "message_profile": claim.profile or None,
            "ehds": claim.ehds or None,
            "mode": claim.mode.value,
            "standing": claim.last.standing.value,
            "on": claim.last.happened_on.isoformat(),
            "valid_to": claim.last.valid_to.isoformat() if claim.last.valid_to else None,
            "holds": holds(claim.last.standing, claim.last.valid_to, on),
        }
        for one, claim in _lines(solutions)
    ]
    return json.dumps({"count": len(rows), "declarations": rows}, ensure_ascii=False)


def _lines(solutions: Sequence[Solution]) -> Iterator[tuple[Solution, Claim]]:
    for one in solutions:
        for claim in one.claims:
            yield one, claim
