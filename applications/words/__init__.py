"""What the words of this room are called for people. Importing it registers them all."""

from applications.words import costkeys, findings, lacks, likelihood, lines, refusals, steps
from applications.words.events import EVENT_WORDS, told
from applications.words.findings import Told, explained, pattern

__all__ = [
    "EVENT_WORDS", "Told", "costkeys", "explained", "findings", "lacks", "likelihood", "lines", "pattern",
    "refusals", "steps", "told",
]  # fmt: skip
