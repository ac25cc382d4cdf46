"""`./tilsagn recompute FILE`: make a proposal again from its file alone.

A program of its own: it needs neither database nor settings, and it is the only command that needs the
solver, which takes half a second to load.
"""

import json
import sys
from pathlib import Path

import click

from criteria.allocation.optimum import OptimumError
from criteria.allocation.recomputing import (
    Difference,
    NotAProposalError,
    Recomputed,
    Verdict,
    recompute,
)
from criteria.allocation.written import Result
from criteria.sampling import SampleError, draw
from foundation.money import format_kroner

SAME, OTHERWISE, NOT_POSSIBLE = 0, 1, 2
SAMPLE = "control_sample"
"""What the file of a control sample calls itself."""
SAYS = {
    Verdict.OTHER_INPUTS: "Different: the inputs are not those that the fingerprint was made of.",
    Verdict.OTHER_ORDER: "Different: ranked again, the applications stand in another order.",
    Verdict.OTHER_LINES: "Different: made again, these lines come out otherwise.",
    Verdict.SAME: "Same: made again, every line has the same amount and reason.",
}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Make a proposal or a control sample again from FILE, as its page hands it out, and compare.

    Exit code 0: the same. 1: different. 2: FILE cannot be made again.
    """
    try:
        content = _content(file)
        if content.get("kind") == SAMPLE:
            sys.exit(_draw_again(content))
        found = recompute(content)
    except (NotAProposalError, OptimumError) as error:
        click.echo(f"tilsagn: {file} cannot be made again: {error}", err=True)
        sys.exit(NOT_POSSIBLE)
    _tell(found)
    sys.exit(SAME if found.verdict is Verdict.SAME else OTHERWISE)


def _draw_again(content: dict[str, object]) -> int:
    """Draw a control sample again; the exit code says if it is the same. Raises NotAProposalError."""
    lots, drawn, size = content.get("lots"), content.get("drawn"), content.get("size")
    if not (isinstance(lots, dict) and isinstance(drawn, list) and isinstance(size, int)):
        raise NotAProposalError("it lacks the lots, the size or the sample")
    try:
        again = [one.case for one in draw(str(content.get("seed", "")), lots, size)][:size]
    except (SampleError, TypeError) as error:
        raise NotAProposalError("nothing can be drawn from it") from error
    for case in sorted({*again} ^ {*drawn}):
        click.echo(
            f"case {case}: {'not ' if case not in drawn else ''}in the file's sample, "
            f"{'not ' if case not in again else ''}drawn now"
        )
    click.echo("Same: drawn again, the sample is the same." if again == drawn else "Different.")
    return SAME if again == drawn else OTHERWISE


def _content(file: Path) -> dict[str, object]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise NotAProposalError(f"it is not JSON ({error})") from error
    if not isinstance(content, dict):
        raise NotAProposalError("it is not an object")
    return content


def _tell(found: Recomputed) -> None:
    click.echo(SAYS[found.verdict])
    click.echo(f"SHA-256 of the inputs: {found.sha256}")
    if found.solver:
        click.echo(f"Solver: {found.solver}")
    for one in found.differences:
        click.echo(_difference(one))


def _difference(one: Difference) -> str:
    stored, computed = _result(one.stored), _result(one.computed)
    return f"application {one.application}: {stored} in the file, {computed} now"


def _result(result: Result | None) -> str:
    if result is None:
        return "no line"
    return f"{format_kroner(result.amount)} ({result.reason.value})"


if __name__ == "__main__":
    command(prog_name="./tilsagn recompute")
