"""Texts that are data stand in both forms of Norwegian."""

from dataclasses import dataclass

BOKMAL = "nb"
NYNORSK = "nn"
LANGUAGES = (BOKMAL, NYNORSK)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in bokmål and in nynorsk."""

    nb: str
    nn: str

    def in_(self, language: str) -> str:
        """Give the text in `nb` or `nn`; any other language reads bokmål."""
        return self.nn if language == NYNORSK else self.nb

    @property
    def is_whole(self) -> bool:
        """Tell whether both forms say something."""
        return bool(self.nb.strip() and self.nn.strip())
