"""Sample letters of decisions that take another's place: more money was found, or a complaint was heard."""

from dataclasses import replace

from decisions.filling import sentences
from decisions.letter import AwardLetter, Instead, Reduction
from decisions.samples import texts
from decisions.samples.decisions import award, partial_award
from decisions.samples.frame import Size
from foundation.language import Bilingual
from foundation.money import Ore, format_kroner

COMPLAINT_HEARD = Bilingual(
    "Klagen viser at antallet journalsystemer var lest feil. Med riktig antall kan alle kostnadene "
    "godkjennes.",
    "Klaga viser at talet på journalsystem var lese feil. Med rett tal kan alle kostnadene godkjennast.",
)


def supplementary_award(size: Size, language: str) -> AwardLetter:
    """Give to who was refused before; in the worst case more to who had some."""
    if size is Size.NORMAL:
        letter = award(size, language)
        new = sentences.AWARDED_FROM_RESERVE.in_(language)
    else:
        letter = partial_award(size, language)
        before = Ore(letter.granted // 2)
        new = sentences.SUPPLEMENTED.in_(language).format(
            before=format_kroner(before),
            more=format_kroner(Ore(letter.granted - before)),
            amount=format_kroner(letter.granted),
        )
    return replace(letter, reason=f"{new}\n\n{letter.reason}", instead=Instead.MORE_MONEY)


def reversal(size: Size, language: str) -> AwardLetter:
    """Give all that was asked for after a complaint; in the worst case only a part of it."""
    worst = size is Size.WORST
    letter = partial_award(size, language) if worst else award(size, language)
    why = texts.LONG_REASON if worst else COMPLAINT_HEARD
    told = tuple(replace(one, threshold=None) for one in letter.criteria)
    return replace(
        letter,
        reason=f"{sentences.REVERSED.in_(language)}\n\n{why.in_(language)}",
        criteria=told,
        reductions=_what_is_left(letter, language),
        rates=(),
        share=None,
        instead=Instead.COMPLAINT,
    )


def without_reasons(size: Size, language: str) -> AwardLetter:
    """Leave the reasons out, as the law lets an award's letter do; a party may ask for them."""
    return replace(award(size, language), reasons_left_out=True)


def _what_is_left(letter: AwardLetter, language: str) -> tuple[Reduction, ...]:
    left = Ore(letter.asked - letter.granted)
    reason = sentences.LESS_AFTER_REVERSAL.in_(language)
    return (Reduction(amount=left, reason=reason),) if left else ()
