"""Drawing declarations for a spot check by a published seed, as cases are drawn for control."""

from datetime import datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import Person
from criteria.sampling import draw
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.saying import says_something
from grants.registers import queries
from grants.registers.models import SpotCheck, SpotCheckDraw, SpotCheckLot
from grants.registers.refusals import RegisterRefusal


def draw_checks(
    *, seed: str, seed_source: str, size: int, by: Person, at: datetime
) -> SpotCheckDraw:
    """Draw among all declarations of mode b that stand and are not being checked, one lot each.

    Everybody who could be drawn is kept, so that it can be drawn again. A claim's lot is drawn by its id.
    Raises RuleBrokenError: no seed, used before, more than there are.
    """
    with transaction():
        audit.hold_chain()  # two draws come one by one: the second sees what the first opened
        seed, seed_source = seed.strip(), seed_source.strip()
        if not says_something(seed) or not says_something(seed_source):
            raise RuleBrokenError(RegisterRefusal.SEED_MISSING)
        if db.session.scalar(select(SpotCheckDraw.id).where(SpotCheckDraw.seed == seed)):
            raise RuleBrokenError(RegisterRefusal.SEED_USED)
        claims = {str(one.id): one for one in queries.open_claims()}
        if not 1 <= size <= len(claims):
            raise RuleBrokenError(RegisterRefusal.TOO_MANY, number=len(claims))
        made = SpotCheckDraw(
            seed=seed, seed_source=seed_source, size=size, drawn_at=at, drawn_by_id=by.id
        )
        db.session.add(made)
        db.session.flush()  # its lots name it by its id
        for position, lot in enumerate(draw(seed, dict.fromkeys(claims, 1), size), start=1):
            claim = claims[lot.case]
            db.session.add(
                SpotCheckLot(draw_id=made.id, claim_id=claim.id, position=position, key=lot.key)
            )
            if position <= size:
                db.session.add(
                    SpotCheck(
                        claim_id=claim.id, after_step=claim.last.number, draw_id=made.id, why="",
                        opened_at=at, opened_by_id=by.id,
                    )
                )  # fmt: skip
        audit.record(
            "spot_check.drawn", subject=f"spot_check_draw:{made.id}", by=by, at=at, seed=seed,
            seed_source=seed_source, size=size,
        )  # fmt: skip
    return made
