"""Verifying every invariant of the data: what `./tilsagn check` says, one line for each thing wrong.

Of the ledger the database itself holds, for every entry as it is written: that nothing is changed or deleted,
the limits of its sums (`ledger`, `balances`, `claims`), that no day bears interest twice (`interest`), the
closed months, and that money goes out only when it is accepted (`ledger`), held by nothing (`held money`)
and planned as it is promised (`instalments`), and that no instalment falls due before the point that it
waits for is passed, once (`stage gates`). Here all of it is made anew from the rows, at any time.
"""

from collections.abc import Callable, Iterator

from accounts.audit import broken_links
from figures.checks.batches import wrong_batches
from figures.checks.benefits import wrong_measurements
from figures.checks.books import wrong_balances, wrong_claims, wrong_months, wrong_movements
from figures.checks.calls import wrong_editions
from figures.checks.carried import wrong_carry_overs
from figures.checks.cases import wrong_cases, wrong_numbers
from figures.checks.confirmed import wrong_confirmations
from figures.checks.decided import wrong_decisions
from figures.checks.drafts import wrong_drafts
from figures.checks.entrusted import wrong_accounts, wrong_authorities
from figures.checks.evaluations import wrong_evaluations
from figures.checks.gathered import wrong_groups
from figures.checks.hearings import wrong_hearings
from figures.checks.heldback import paid_though_held, paid_though_undecided
from figures.checks.instalments import wrong_instalments
from figures.checks.interest import wrong_interest
from figures.checks.journal import wrong_journal
from figures.checks.kept import wrong_files
from figures.checks.money import wrong_entries
from figures.checks.points import wrong_points
from figures.checks.proposed import wrong_proposals, wrong_runs
from figures.checks.questions import wrong_questions
from figures.checks.registers import wrong_registers
from figures.checks.running import wrong_running_costs
from figures.checks.samples import wrong_samples
from figures.checks.succeeded import wrong_successions
from figures.checks.talks import wrong_talks, wrong_verdicts
from figures.checks.trail import journal_unlike_trail, unlike_trail
from foundation.database import snapshot

Check = Callable[[], Iterator[str]]

CHECKS: dict[str, Check] = {
    "ledger": wrong_entries,
    "ledger and trail": unlike_trail,
    "balances": wrong_balances,
    "movements": wrong_movements,
    "closed months": wrong_months,
    "claims": wrong_claims,
    "interest": wrong_interest,
    "carry-overs": wrong_carry_overs,
    "successors": wrong_successions,
    "running costs": wrong_running_costs,
    "instalments": wrong_instalments,
    "held money": paid_though_held,
    "local decisions": paid_though_undecided,
    "stage gates": wrong_points,
    "batches": wrong_batches,
    "accounts": wrong_accounts,
    "authorities": wrong_authorities,
    "calls": wrong_editions,
    "hearings": wrong_hearings,
    "drafts": wrong_drafts,
    "journal": wrong_cases,
    "journal and trail": journal_unlike_trail,
    "case numbers": wrong_numbers,
    "groups": wrong_groups,
    "confirmations": wrong_confirmations,
    "proposals": wrong_proposals,
    "searches": wrong_runs,
    "decisions": wrong_decisions,
    "control samples": wrong_samples,
    "registers": wrong_registers,
    "messages": wrong_talks,
    "questions": wrong_questions,
    "benefits": wrong_measurements,
    "evaluations": wrong_evaluations,
    "public journal": wrong_journal,
    "files": wrong_files,
    "verdicts": wrong_verdicts,
    "audit chain": broken_links,
}
"""Each check by its name, in the order they are run. A check names what is wrong, in English."""

_DAMAGE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What reading a damaged row may raise."""


def violations() -> Iterator[str]:
    """Run every check at one moment of the data and name each thing that is wrong.

    Nothing is changed.
    """
    with snapshot():
        for name in CHECKS:
            for found in run(name):
                yield f"{name}: {found}"


def run(name: str) -> Iterator[str]:
    """Run a check; what is too damaged to be read is itself a thing that is wrong."""
    try:
        yield from CHECKS[name]()
    except _DAMAGE as error:
        yield f"could not be read to the end: {type(error).__name__}: {error}"
