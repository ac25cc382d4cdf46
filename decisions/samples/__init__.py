"""Letters from made-up data: an everyday one of each kind, and one where all is as long as it can be."""

from collections.abc import Iterator

from decisions.letterkinds import LetterKind
from decisions.printing import AnyLetter, kind_of
from decisions.samples import applications, decisions, later
from decisions.samples.frame import Size
from decisions.samples.letters import case_letters, name_of

__all__ = ["Size", "letters", "letters_of"]


def letters(size: Size, language: str) -> dict[str, AnyLetter]:
    """Give every letter of a size in one form of Norwegian, by name."""
    found: dict[str, AnyLetter] = {
        "award": decisions.award(size, language),
        "partial-award": decisions.partial_award(size, language),
        "award-without-reasons": later.without_reasons(size, language),
        "supplementary-award": later.supplementary_award(size, language),
        "reversal": later.reversal(size, language),
        "refusal": decisions.refusal(size, language),
        "rejection": decisions.rejection(size, language),
        "receipt": applications.receipt(size, language),
        "deficiency": applications.deficiency(size, language),
    }
    return found | {name_of(one.said): one for one in case_letters(size, language)}


def letters_of(kind: LetterKind, size: Size, language: str) -> Iterator[AnyLetter]:
    """Give the letters that are written from a kind's texts."""
    return (one for one in letters(size, language).values() if kind_of(one) is kind)
