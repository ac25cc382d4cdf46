"""Walks the tag tree of a PDF before it is written.

The tree is made of dictionaries in `pdf.objects`, each the `/K` of the one above; a reference is written
`b"12 0 R"`. An element's kids are other elements, or numbers of marked content on its page.
"""

from collections.abc import Iterator

import pydyf


class Tree:
    """The tag tree of one document."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        """Find the root."""
        self.pdf = pdf
        self.root = self.at(pdf.catalog["StructTreeRoot"])

    def at(self, reference: bytes) -> pydyf.Dictionary:
        """Give what a reference refers to."""
        return self.pdf.objects[number_of(reference)]

    def parent(self, element: pydyf.Dictionary) -> pydyf.Dictionary:
        """Give the element above."""
        return self.at(element["P"])

    def kids(self, element: pydyf.Dictionary) -> list[pydyf.Dictionary]:
        """Give the elements below, in reading order, leaving out marked content and links."""
        below = (self.at(kid) for kid in element.get("K", ()) if isinstance(kid, bytes))
        return [kid for kid in below if "S" in kid]

    def walk(self, element: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
        """Give an element and all below it, in reading order."""
        yield element
        for kid in self.kids(element):
            yield from self.walk(kid)

    def prune(self, element: pydyf.Dictionary) -> None:
        """Take an element out of the tree, and those above it that are left with nothing."""
        above = self.parent(element)
        above["K"].remove(element.reference)
        if not above["K"] and "P" in above:
            self.prune(above)

    def move(self, element: pydyf.Dictionary, to: pydyf.Dictionary) -> None:
        """Let an element be the last below another."""
        self.parent(element)["K"].remove(element.reference)
        element["P"] = to.reference
        to["K"].append(element.reference)

    def move_kids(self, element: pydyf.Dictionary, to: pydyf.Dictionary) -> None:
        """Let an element take over all that is below another."""
        for kid in self.kids(element):
            kid["P"] = to.reference
        to["K"].extend(element["K"])
        element["K"] = pydyf.Array()

    def marks(self) -> Iterator[tuple[pydyf.Stream, pydyf.Array]]:
        """Give each page's content with the elements its marked content belongs to, by number."""
        numbers = self.at(self.root["ParentTree"])["Nums"]
        for page, owners in zip(numbers[::2], numbers[1::2], strict=True):
            if isinstance(owners, pydyf.Array):
                yield self._content(page), owners

    def _content(self, page: int) -> pydyf.Stream:
        reference = self.pdf.objects[self.pdf.pages["Kids"][page * 3]]["Contents"]
        return self.at(reference)


def number_of(reference: bytes) -> int:
    """Give the number of the object a reference refers to."""
    return int(reference.split()[0])
