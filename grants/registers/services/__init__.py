"""Acts on the registers."""

from grants.registers.services.drawing import draw_checks
from grants.registers.services.offering import offer_standards
from grants.registers.services.solutions import declare, register_solution, suspect, take_step
from grants.registers.services.standards import register_standard, word_standard

__all__ = [
    "declare", "draw_checks", "offer_standards", "register_solution", "register_standard", "suspect",
    "take_step", "word_standard",
]  # fmt: skip
