"""The rule sheet (regelark): every rule of a call as a sentence, made from what the rules themselves read.

Sentences are data in both forms of Norwegian, like those of the letters: the paper speaks one form
whatever its reader has chosen for the pages, and page and paper say the same.
"""

from grants.rulesheet.filling import chapters_of, criterion_said
from grants.rulesheet.values import Chapter, Statement

__all__ = ["Chapter", "Statement", "chapters_of", "criterion_said"]
