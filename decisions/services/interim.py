"""The act that sends interim replies (foreløpig svar) to many cases at once."""

from collections.abc import Collection
from datetime import date, datetime

from accounts import audit
from accounts.models import Person, Role
from applications import journal
from applications.models import Application
from decisions.dispatch import put_saying
from decisions.holding import hold_cases
from decisions.letter.said import InterimReply
from decisions.notes import CaseNote
from decisions.queries.interim import awaiting_interim_reply, replies_to
from decisions.refusals import Refusal
from decisions.rights import require_role
from foundation import clock
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from foundation.wording import format_day


def send_interim_replies(
    cases: Collection[int], *, expected_on: date, reason: Bilingual, by: Person, at: datetime
) -> int:
    """Tell each of some cases when an answer can be expected; tell how many were told.

    What has been answered or told meanwhile is passed over. The reason says something in both forms of
    Norwegian or in neither. Raises RuleBrokenError: the date is not after today, none of the cases waits.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        today = clock.in_oslo(at).date()
        if expected_on <= today:
            raise RuleBrokenError(Refusal.EXPECTED_IN_THE_PAST)
        if not reason.is_whole and (reason.nb.strip() or reason.nn.strip()):
            raise RuleBrokenError(Refusal.REASON_MISSING)
        hold_cases([one for one in awaiting_interim_reply(today) if one.id in cases])
        told = [one for one in awaiting_interim_reply(today) if one.id in cases]
        if not told:
            raise RuleBrokenError(Refusal.NOTHING_TO_SEND)
        said = InterimReply(expected_on=expected_on, reason_nb=reason.nb, reason_nn=reason.nn)
        for one in told:
            _send(one, said, by, at)
        audit.record(
            "letters.interim_replies_sent", subject="letters:interim", by=by, at=at,
            number=len(told), expected_on=expected_on.isoformat(),
        )  # fmt: skip
    return len(told)


def _send(application: Application, said: InterimReply, by: Person, at: datetime) -> None:
    number = replies_to(application.id) + 1
    put_saying(
        application, said, about=f"application:{application.id}/{number}",
        dated=clock.in_oslo(at).date(), at=at, officer=by,
    )  # fmt: skip
    journal.note(
        application, CaseNote.INTERIM_REPLY, by=by, at=at, public=True,
        expected_on=format_day(said.expected_on),
    )  # fmt: skip
