"""The blueprint that all pages of this room stand on."""

from flask import Blueprint

from grants import sharing_words, words
from grants.registers import words as register_words

pages = Blueprint("grants", __name__)
__all__ = ["pages", "register_words", "sharing_words", "words"]
