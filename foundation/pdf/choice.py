"""How this process prints: what its settings say, before anybody has printed."""

from dataclasses import dataclass


@dataclass
class Choice:
    """Whether what one document has worked out is remembered for the next (record 40)."""

    remembers: bool = True


CHOICE = Choice()
