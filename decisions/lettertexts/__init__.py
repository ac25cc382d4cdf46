"""The texts that letters are written from: what is shipped, what a scheme has made of it, what fills it."""

from decisions.lettertexts.parts import (
    Part,
    Section,
    Texts,
    demands,
    parts_of,
    sections_of,
    shipped,
)

__all__ = ["Part", "Section", "Texts", "demands", "parts_of", "sections_of", "shipped"]
