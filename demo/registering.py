"""What a few made-up suppliers declare of made-up products, and what the control came to."""

from datetime import datetime, timedelta

from criteria.conformity import Mode, Standing
from demo.people import Cast
from foundation.database import db
from grants.registers import queries, services
from grants.registers.contents import ClaimTerms, SolutionName, StepTerms

SOLUTIONS = (
    SolutionName("Fjordbit AS (oppdiktet)", "Fjordjournal (demodata)", "4.2"),
    SolutionName("Nordskjær Helse-IT (oppdiktet)", "Skjærjournal (demodata)", "2026.1"),
)
TEST = "Testbeskrivelse for pleie- og omsorgsmeldinger, utkast (demodata)"


def register(cast: Cast, *, at: datetime) -> None:
    """Let one declaration be controlled, one be drawn for a spot check, and one be withdrawn."""
    officer, controller = cast.officers[0], cast.controllers[0]
    codes = {one.code: one.id for one in queries.standards()}
    claims = (
        (0, ClaimTerms(standard_id=codes["code_of_conduct"], mode=Mode.DOCUMENTS)),
        (
            0,
            ClaimTerms(
                standard_id=codes["plo_messages"], mode=Mode.SAMPLES, test_description=TEST,
                profile="PLO 1.6 (demodata)",
            ),
        ),
        (1, ClaimTerms(standard_id=codes["message_test"], mode=Mode.FULL_TEST)),
    )  # fmt: skip
    solutions = [services.register_solution(one, by=officer, at=at) for one in SOLUTIONS]
    made = [
        services.declare(
            solutions[place], terms, _step(Standing.DECLARED, at, "Erklæring fra leverandøren."),
            by=officer, at=at,
        ).id
        for place, terms in claims
    ]  # fmt: skip
    db.session.expunge_all()
    later = at + timedelta(hours=2)
    services.take_step(
        queries.claim(made[0]), _step(Standing.CONTROLLED, later, "Dokumentasjonen er i orden."),
        by=controller, at=later,
    )  # fmt: skip
    services.take_step(
        queries.claim(made[2]), _step(Standing.WITHDRAWN, later, "Trukket av leverandøren."),
        by=officer, at=later,
    )  # fmt: skip
    services.draw_checks(
        seed="3 8 15 21 34 (demo)", seed_source="Oppdiktede lottotall for demonstrasjonen", size=1,
        by=controller, at=later,
    )  # fmt: skip
    db.session.expunge_all()


def _step(standing: Standing, at: datetime, reason: str) -> StepTerms:
    return StepTerms(
        standing=standing, happened_on=at.date(), reason=f"{reason} (Demodata)",
        evidence="Egenerklæring med vedlegg (demodata)",
    )  # fmt: skip
