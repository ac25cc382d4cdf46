"""Solutions and what is declared of them, made by the acts themselves."""

from accounts.models import Person
from criteria.conformity import Mode, Standing
from foundation import clock
from grants.registers import queries, services
from grants.registers.contents import ClaimTerms, SolutionName, StepTerms
from grants.registers.models import Claim

NAME = SolutionName("Fjordbit AS", "Fjordjournal", "4.2")


def a_step(standing: Standing) -> StepTerms:
    """Take a step today, on a document."""
    return StepTerms(
        standing=standing, happened_on=clock.today(), reason="Dokumentet er lest.",
        evidence="Rapport 7",
    )  # fmt: skip


def claims(by: Person, number: int = 1, mode: Mode = Mode.DOCUMENTS) -> list[Claim]:
    """Register a solution with some declarations that it follows the message standard."""
    solution = services.register_solution(NAME, by=by, at=clock.now())
    terms = ClaimTerms(
        standard_id=queries.standard("plo_messages").id, mode=mode, test_description="Test 1"
    )
    ids = [
        services.declare(solution, terms, a_step(Standing.DECLARED), by=by, at=clock.now()).id
        for _ in range(number)
    ]
    return [queries.claim(one) for one in ids]
