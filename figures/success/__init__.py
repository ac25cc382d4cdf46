"""Whom a proposal reaches: how many of those who asked get something, by size, place and language.

It is information before the decision and never a part of a score: nothing here is read by ranking or by
sharing out.
"""

from figures.success.groups import ANY, By, Counting, Group, Subject, grouped
from figures.success.queries import subjects_of

__all__ = ["ANY", "By", "Counting", "Group", "Subject", "grouped", "subjects_of"]
