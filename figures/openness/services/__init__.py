"""Acts on the journal: keeping it, marking its lines, asking for documents and answering."""

from figures.openness.services.asking import answer_request, ask_for_document, forget_askers
from figures.openness.services.downloading import note_download
from figures.openness.services.journal import keep_journal
from figures.openness.services.marking import mark

__all__ = [
    "answer_request",
    "ask_for_document",
    "forget_askers",
    "keep_journal",
    "mark",
    "note_download",
]
