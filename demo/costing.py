"""Playing what it costs to run the scheme: made-up lines, and one that is taken back."""

from datetime import UTC, date, datetime, time

from demo.people import Cast
from foundation.money import kroner
from grants import queries as grants
from payments.running.kinds import CostKind
from payments.running.services import Spent, register_cost, take_cost_back

_NINE = time(9, 0, tzinfo=UTC)
_SETUP_YEAR, _FIRST_YEAR = 2023, 2024
_A_YEAR = {
    CostKind.OPERATION: kroner(3_100_000),
    CostKind.ADMINISTRATION: kroner(6_400_000),
    CostKind.GUIDANCE: kroner(4_200_000),
}


def write_costs_down(cast: Cast, as_of: date) -> None:
    """Register the setting up, and each year that is over; the first line is a slip that is taken back."""
    by, scheme, at = cast.controllers[0], grants.scheme(), datetime.combine(as_of, _NINE)
    slip = register_cost(
        scheme,
        Spent(
            CostKind.SETUP, _SETUP_YEAR, kroner(31_200_000), date(_SETUP_YEAR, 12, 31),
            "Regnskapet for 2023 (oppdiktet)",
        ),
        by=by, at=at,
    )  # fmt: skip
    take_cost_back(slip, reason="Sifrene var byttet om.", by=by, at=at)
    setup = Spent(
        CostKind.SETUP, _SETUP_YEAR, kroner(13_200_000), date(_SETUP_YEAR, 12, 31),
        "Regnskapet for 2023 (oppdiktet)",
    )  # fmt: skip
    years = (
        Spent(kind, year, amount, date(year, 12, 31), f"Regnskapet for {year} (oppdiktet)")
        for year in range(_FIRST_YEAR, as_of.year)
        for kind, amount in _A_YEAR.items()
    )
    for spent in (setup, *years):
        register_cost(scheme, spent, by=by, at=at)
