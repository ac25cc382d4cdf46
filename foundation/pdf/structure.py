"""Mends WeasyPrint's tag tree, so that a screen reader meets what a sighted reader does.

- Running headers and footers become artifacts: WeasyPrint tags them, then leaves them out.
- Header cells say what they head, column or row.

The tree is made of dictionaries in `pdf.objects`; a reference is written `b"12 0 R"`.
"""

from collections.abc import Iterator

import pydyf

_PAGINATION = {"Type": "/Pagination"}


def mend(pdf: pydyf.PDF) -> None:
    """Mend the whole document, before it is written."""
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    told = set()
    for element in _walk(pdf, root):
        told.add(element.number)
        if element.get("S") == "/TH":
            _say_scope(pdf, element)
    _hush_the_rest(pdf, root, told)


def _say_scope(pdf: pydyf.PDF, cell: pydyf.Dictionary) -> None:
    """Let a header cell in a table's head stand over its column, any other beside its row."""
    row = _at(pdf, cell["P"])
    part = _at(pdf, row["P"])
    cell["A"]["Scope"] = "/Column" if part["S"] == "/THead" else "/Row"


def _hush_the_rest(pdf: pydyf.PDF, root: pydyf.Dictionary, told: set[int]) -> None:
    """Make artifacts of marked content whose element is not in the tree: the margin boxes."""
    numbers = _at(pdf, root["ParentTree"])["Nums"]
    for page_number, owners in zip(numbers[::2], numbers[1::2], strict=True):
        if not isinstance(owners, pydyf.Array):
            continue
        silent = {mark for mark, owner in enumerate(owners) if _number(owner) not in told}
        for mark in silent:
            owners[mark] = "null"
        _mark_as_artifacts(_contents(pdf, page_number), silent)


def _mark_as_artifacts(content: pydyf.Stream, silent: set[int]) -> None:
    for place, item in enumerate(content.stream):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in silent:
            content.stream[place - 1] = "/Artifact"
            content.stream[place] = pydyf.Dictionary(_PAGINATION)


def _contents(pdf: pydyf.PDF, page_number: int) -> pydyf.Stream:
    page = pdf.objects[pdf.pages["Kids"][page_number * 3]]
    return _at(pdf, page["Contents"])


def _walk(pdf: pydyf.PDF, element: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
    yield element
    for kid in element.get("K", ()):
        if isinstance(kid, bytes):
            yield from _walk(pdf, _at(pdf, kid))


def _at(pdf: pydyf.PDF, reference: bytes) -> pydyf.Dictionary:
    return pdf.objects[_number(reference)]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
