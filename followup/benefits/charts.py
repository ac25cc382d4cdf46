"""The charts of benefits, the same on the page and on paper."""

from collections.abc import Sequence
from decimal import Decimal

from followup.benefits.models import ProjectIndicator
from followup.benefits.shown import Figures
from foundation.charts import BarChart, Drawing, Series, Share, ShareChart, draw
from foundation.language import Bilingual
from foundation.wording import format_number

_COURSE = Bilingual("Søylediagram: {name}", "Søylediagram: {name}")
_BASELINE = Bilingual("Nullpunkt {year}", "Nullpunkt {year}")
_TARGET = Bilingual("Mål {year}", "Mål {year}")
_FEWEST_BARS, _MOST_BARS = 2, 8
_HUNDRED = 100
REALISED = Bilingual(
    "Stolpediagram: hvor stor del av veien fra nullpunkt til mål som er gått",
    "Stolpediagram: kor stor del av vegen frå nullpunkt til mål som er gått",
)


def course_of(one: ProjectIndicator, figures: Figures, language: str) -> Drawing | None:
    """Draw baseline, the latest measurements and target beside each other; None when there is one only.

    Nothing is drawn where a value is below nothing: bars cannot show it.
    """
    bars: list[tuple[str, Decimal]] = []
    if figures.baseline is not None and figures.baseline.value is not None:
        year = figures.baseline.valid_on.year
        bars.append((_BASELINE.in_(language).format(year=year), figures.baseline.value))
    bars += [
        (f"{each.valid_on:%d.%m.%Y}", each.value)
        for each in figures.measured[-_MOST_BARS:]
        if each.value is not None
    ]
    if figures.target is not None and figures.target.value is not None:
        year = figures.target.valid_on.year
        bars.append((_TARGET.in_(language).format(year=year), figures.target.value))
    if len(bars) < _FEWEST_BARS or min(value for _name, value in bars) < 0:
        return None
    return draw(
        BarChart(
            identity=f"course-{one.id}-{figures.kommune.organisation_id}",
            title=_COURSE.in_(language).format(name=one.name.in_(language)),
            description=" ".join(f"{name}: {format_number(value)}." for name, value in bars),
            unit=one.unit.in_(language),
            groups=tuple(name for name, _value in bars),
            series=(
                Series(
                    name=one.unit.in_(language),
                    values=tuple(_plain(value) for _name, value in bars),
                ),
            ),
        )
    )


def _plain(value: Decimal) -> Decimal:
    """Leave out the decimals that say nothing: the database keeps two."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def realised_chart(
    identity: str, rows: Sequence[tuple[str, Decimal]], language: str
) -> Drawing | None:
    """Draw how far some have come; what is beyond the ends is drawn at them, with its own number."""
    if not rows:
        return None
    return draw(
        ShareChart(
            identity=identity,
            title=REALISED.in_(language),
            description=" ".join(f"{name}: {percent(share)}." for name, share in rows),
            rows=tuple(
                Share(
                    name=name,
                    share=min(max(share, Decimal(0)), Decimal(1)),
                    said=percent(share),
                )
                for name, share in rows
            ),
        )
    )


def percent(share: Decimal) -> str:
    """Write a share of the way as a whole per cent."""
    whole = (share * _HUNDRED).quantize(Decimal(1))
    return f"{format_number(whole)}\u00a0%"
