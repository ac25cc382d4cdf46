"""What-if as pictures: whom it turns, and how firmly each stands."""

from collections.abc import Sequence
from decimal import Decimal

from flask_babel import gettext as _

from assessments.supposing import Answer, SteadyRow, Turned
from foundation.charts import ChangeChart, Changed, Drawing, Share, ShareChart, draw
from foundation.money import ORE_PER_KRONE, Ore
from foundation.showing import show_percent

MOST_DRAWN = 30
"""More rows than this are no picture any longer; the table has them all."""
_MILLION = 1_000_000


def changes_drawn(answer: Answer) -> Drawing:
    """Draw what each case that turns had and gets, in millions of kroner."""
    return draw(
        ChangeChart(
            identity="turned",
            title=_("Beløp før og etter for sakene som snur"),
            description=_("Tallene står i tabellen over figuren."),
            unit=_("mill. kr"),
            before=_("I innstillingen"),
            after=_("Slik det ville blitt"),
            rows=tuple(_changed(one) for one in answer.turned[:MOST_DRAWN]),
        )
    )


def steadiness_drawn(rows: Sequence[SteadyRow]) -> Drawing:
    """Draw how often each case gets something."""
    return draw(
        ShareChart(
            identity="steady",
            title=_("Hvor ofte sakene får tilskudd når vektene varierer"),
            description=_("Tallene står i tabellen over figuren."),
            rows=tuple(
                Share(
                    name=f"{row.application.case_number} {row.lead}",
                    share=Decimal(row.steady.times) / row.steady.draws,
                    said=show_percent(float(row.steady.share)),
                )
                for row in rows[:MOST_DRAWN]
            ),
        )
    )


def _changed(one: Turned) -> Changed:
    before, after = (_millions(amount) for amount in one.flip.amounts)
    return Changed(name=f"{one.application.case_number} {one.lead}", before=before, after=after)


def _millions(amount: Ore) -> Decimal:
    return (Decimal(amount) / ORE_PER_KRONE / _MILLION).quantize(Decimal("0.01"))
