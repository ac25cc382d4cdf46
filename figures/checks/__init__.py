"""Verifying every invariant of the data: what `./tilsagn check` says, one line for each thing wrong."""

from collections.abc import Callable, Iterator

from accounts.audit import broken_links
from figures.checks.cases import wrong_cases, wrong_numbers
from figures.checks.decided import wrong_decisions, wrong_proposals
from figures.checks.kept import wrong_files
from figures.checks.money import wrong_entries, wrong_instalments

Check = Callable[[], Iterator[str]]

CHECKS: dict[str, Check] = {
    "ledger": wrong_entries,
    "instalments": wrong_instalments,
    "journal": wrong_cases,
    "case numbers": wrong_numbers,
    "proposals": wrong_proposals,
    "decisions": wrong_decisions,
    "files": wrong_files,
    "audit chain": broken_links,
}
"""Each check by its name, in the order they are run. A check names what is wrong, in English."""


def violations() -> Iterator[str]:
    """Run every check and name each thing that is wrong. Nothing is changed."""
    for name, check in CHECKS.items():
        for found in check():
            yield f"{name}: {found}"
