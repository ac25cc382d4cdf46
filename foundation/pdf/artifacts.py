"""Silences what is not content: running headers and footers, and the repeated heads of tables.

WeasyPrint marks the text of margin boxes as content and then leaves it out of the tree. A reader would meet
text that belongs nowhere; as an artifact it is passed over.
"""

import pydyf

from foundation.pdf.tree import Tree, number_of

_KIND = {"Type": "/Pagination"}


def silence(tree: Tree) -> None:
    """Make an artifact of all marked content whose element is not in the tree."""
    told = {element.number for element in tree.walk(tree.root)}
    for content, owners in tree.marks():
        silent = {mark for mark, owner in enumerate(owners) if number_of(owner) not in told}
        for mark in silent:
            owners[mark] = "null"
        _mark(content, silent)


def _mark(content: pydyf.Stream, silent: set[int]) -> None:
    """Write `/Artifact <</Type /Pagination>> BDC` where it said `/Span <</MCID 7>> BDC`."""
    for place, item in enumerate(content.stream):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in silent:
            content.stream[place - 1] = "/Artifact"
            content.stream[place] = pydyf.Dictionary(_KIND)
