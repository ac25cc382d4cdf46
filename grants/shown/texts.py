"""Saying texts of both forms outside templates."""

from foundation import locale
from foundation.language import Bilingual


def said(text: Bilingual) -> str:
    """Say a text in the page's language."""
    return text.in_(locale.language())
