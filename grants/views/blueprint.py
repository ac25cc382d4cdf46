"""The blueprint that all pages of this room stand on."""

from flask import Blueprint

from grants import sharing_words, words

pages = Blueprint("grants", __name__)
__all__ = ["pages", "sharing_words", "words"]
