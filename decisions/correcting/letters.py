"""The letter that corrects a decision: to the lead, with copies to those who take part."""

from datetime import datetime

from accounts.models import Person
from decisions.correcting.models import DecisionCorrection
from decisions.correcting.queries import sent_letters
from decisions.dispatch import put_saying
from decisions.letter.said import Correction
from decisions.letterkinds import LetterKind
from foundation import clock
from foundation.language import BOKMAL, NYNORSK


def send_correction(correction: DecisionCorrection, *, by: Person, at: datetime) -> None:
    """Write to the parties what stood and what shall stand. Used inside the act that signs."""
    decision = correction.decision
    dated = [one.dated for one in sent_letters(decision.id).values()]
    texts = correction.texts
    main = texts.get(BOKMAL) or texts[NYNORSK]
    nynorsk = texts.get(NYNORSK) or main
    said = Correction(
        wrong_in=LetterKind(decision.outcome.value),
        wrong_on=min(dated),
        wrong=main.wrong,
        right=main.right,
        wrong_nn=nynorsk.wrong,
        right_nn=nynorsk.right,
        why=correction.why,
        correction=correction.id,
    )
    put_saying(
        decision.application, said, about=correction.subject, dated=clock.in_oslo(at).date(), at=at,
        officer=correction.proposed_by, responsible=by,
    )  # fmt: skip
