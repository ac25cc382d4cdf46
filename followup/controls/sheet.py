"""A sample as files: a table for people, and all it takes for a program to draw it again."""

import csv
import io
import json

from flask_babel import gettext as _

from followup.controls.queries import SampleView
from foundation import words
from foundation.money import ORE_PER_KRONE

KIND = "control_sample"


def as_csv(view: SampleView) -> bytes:
    """Write everybody who could be drawn, in the order they came: `;`, a byte order mark, kroner."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        (
            _("Plass"), _("Trukket"), _("Sak"), _("Tilskudd"), _("Kommuner og andre deltakere"),
            _("Risikotegn"), _("Lodd"), _("Laveste lodd (SHA-256)"),
        )
    )  # fmt: skip
    for one in view.sample.cases:
        kroner, ore = divmod(one.amount, ORE_PER_KRONE)
        writer.writerow(
            (
                one.position, _("ja") if one.position <= view.sample.size else _("nei"),
                one.case_number, f"{kroner},{ore:02}", len(one.told["organisations"]),
                ", ".join(words.say(sign) for sign in one.signs), one.lots,
                one.key,
            )
        )  # fmt: skip
    return text.getvalue().encode("utf-8-sig")


def as_json(view: SampleView) -> str:
    """Write what `./tilsagn recompute` draws the same sample from."""
    sample = view.sample
    return json.dumps(
        {
            "kind": KIND,
            "seed": sample.seed,
            "seed_source": sample.seed_source,
            "size": sample.size,
            "lots": {one.case_number: one.lots for one in sample.cases},
            "drawn": [one.case_number for one in view.drawn],
        },
        ensure_ascii=False,
        indent=1,
    )
