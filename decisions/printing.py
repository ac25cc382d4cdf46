"""Letters on paper: a letter's values and a scheme's texts in, PDF or plain words out."""

from applications.deficiency_letter import DeficiencyLetter
from applications.receipt import Receipt
from criteria.lettertext import fill
from decisions.letter import AwardLetter, DecisionLetter, RefusalLetter, RejectionLetter
from decisions.letter.case import CaseLetter
from decisions.letterkinds import LetterKind
from decisions.lettertexts import Part, Section, Texts, parts_of, sections_of, shipped
from decisions.lettertexts.values import Values, values_of
from foundation import paper
from foundation.letterhead import LetterError

AnyLetter = DecisionLetter | Receipt | DeficiencyLetter | CaseLetter

_KINDS: dict[type[AnyLetter], LetterKind] = {
    AwardLetter: LetterKind.AWARD,
    RefusalLetter: LetterKind.REFUSAL,
    RejectionLetter: LetterKind.REJECTION,
    Receipt: LetterKind.RECEIPT,
    DeficiencyLetter: LetterKind.DEFICIENCY,
}
_CASE_LETTER = "letters/case.html"


class Speaker:
    """Says the parts of one letter, in its form of Norwegian and with its values."""

    def __init__(self, kind: LetterKind, texts: Texts, language: str, values: Values) -> None:
        """Keep what the parts are said with."""
        self._kind, self._texts, self._language, self._values = kind, texts, language, values

    def __call__(self, code: str, **more: str) -> str:
        """Say a part. Raises LetterError for a part without text or a place without value."""
        if code not in self._texts:
            raise LetterError(f"{self._kind}.{code}")
        try:
            return fill(self._texts[code].in_(self._language), self._values | more)
        except KeyError as unfilled:
            raise LetterError(f"{self._kind}.{code}: {unfilled.args[0]}") from unfilled

    def first(self, *codes: str) -> str:
        """Say the first of some parts that stands in this letter."""
        by_code = {part.code: part for part in parts_of(self._kind)}
        return next(self(code) for code in codes if code in by_code and self._stands(by_code[code]))

    def sections(self) -> list[Section]:
        """Give the body of a letter that is nothing but its parts: those that stand in it."""
        kept = [
            Section(one.title, tuple(part for part in one.parts if self._stands(part)))
            for one in sections_of(self._kind)
        ]
        return [one for one in kept if one.parts]

    def _stands(self, part: Part) -> bool:
        return part.when is None or part.when in self._values


def kind_of(letter: AnyLetter) -> LetterKind:
    """Give the kind whose texts a letter is written from."""
    return letter.said.kind if isinstance(letter, CaseLetter) else _KINDS[type(letter)]


def render(letter: AnyLetter, texts: Texts | None = None) -> bytes:
    """Print a letter as PDF, from the shipped texts unless others are given.

    The same letter and texts always give the same bytes. Raises LetterError when a part is missing.
    """
    return paper.print_out(_template(letter), letter, letter.head, say=_speaker(letter, texts))


def text(letter: AnyLetter, texts: Texts | None = None) -> str:
    """Give a letter's words without the layout. Raises LetterError when a part is missing."""
    return paper.read_out(_template(letter), letter, letter.head, say=_speaker(letter, texts))


def as_html(letter: AnyLetter, texts: Texts | None = None) -> str:
    """Give a letter as it goes to the printer, from the shipped texts unless others are given."""
    return paper.filled(_template(letter), letter, letter.head, _speaker(letter, texts))


def _speaker(letter: AnyLetter, texts: Texts | None) -> Speaker:
    kind = kind_of(letter)
    return Speaker(kind, texts or shipped(kind), letter.head.language, values_of(letter))


def _template(letter: AnyLetter) -> str:
    if isinstance(letter, CaseLetter):
        return _CASE_LETTER
    return f"letters/{{language}}/{kind_of(letter)}.html"
