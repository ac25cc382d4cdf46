"""The awards as files: CSV that Norwegian spreadsheets read, and JSON for programs."""

import csv
import io
import json
from collections.abc import Sequence

from flask_babel import gettext as _

from figures.extracts.cells import harmless
from figures.public.awards import Award
from foundation import clock
from foundation.money import ORE_PER_KRONE, Ore
from foundation.showing import show_text


def as_csv(awards: Sequence[Award]) -> bytes:
    """Write awards as CSV: `;`, a byte order mark, kroner with a comma. No cell begins a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        (
            _("Sak"), _("Prosjekt"), _("Hovedsøker"), _("Fylke"), _("Deltakere"), _("Utlysning"),
            _("År"), _("Innvilget beløp"), _("Kunngjort"),
        )
    )  # fmt: skip
    for one in awards:
        writer.writerow(
            (
                one.case_number, harmless(one.title or _("Skjermet")), harmless(one.lead), one.county,
                harmless(", ".join(one.participants)), harmless(show_text(one.call)), one.year,
                _kroner(one.amount), clock.in_oslo(one.published_at).date().isoformat(),
            )
        )  # fmt: skip
    return text.getvalue().encode("utf-8-sig")


def as_json(awards: Sequence[Award]) -> str:
    """Write awards as one object; amounts in øre, with their sum."""
    rows = [
        {
            "case_number": one.case_number,
            "title": one.title,
            "lead": one.lead,
            "county": one.county,
            "participants": one.participants,
            "call": {"nb": one.call.nb, "nn": one.call.nn},
            "year": one.year,
            "granted_ore": one.amount,
            "published_on": clock.in_oslo(one.published_at).date().isoformat(),
        }
        for one in awards
    ]
    whole = {"count": len(rows), "granted_ore": sum(one.amount for one in awards), "awards": rows}
    return json.dumps(whole, ensure_ascii=False)


def _kroner(amount: Ore) -> str:
    kroner, ore = divmod(amount, ORE_PER_KRONE)
    return f"{kroner},{ore:02}"
