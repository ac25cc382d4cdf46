"""Makes tables whole for those who listen to them.

WeasyPrint tags the part of a table on each page as a table of its own, with its head repeated, and does
not say which way a header cell points. Here the parts become one table again; the repeated head is left
out of the tree, so it becomes an artifact like any other running header.
"""

from collections.abc import Iterator
from itertools import pairwise

import pydyf

from foundation.pdf.tree import Tree


def join_parts(tree: Tree) -> None:
    """Put the part of a table that begins a page together with the part that ended the page before."""
    whole: dict[int, pydyf.Dictionary] = {}
    for ending, beginning in list(_broken_over_pages(tree)):
        table = whole.get(ending.number, ending)
        whole[beginning.number] = table
        _join(tree, table, beginning)


def say_scopes(tree: Tree) -> None:
    """Let a header cell in a table's head stand over its column, any other beside its row."""
    for cell in tree.walk(tree.root):
        if cell.get("S") == "/TH":
            part = tree.parent(tree.parent(cell))
            cell["A"]["Scope"] = "/Column" if part["S"] == "/THead" else "/Row"


def _broken_over_pages(tree: Tree) -> Iterator[tuple[pydyf.Dictionary, pydyf.Dictionary]]:
    """Give a table that ends a page and what continues it: one without caption on the next."""
    (document,) = tree.kids(tree.root)
    blocks = tree.kids(document)
    for above, below in pairwise(blocks):
        if above["Pg"] == below["Pg"]:
            continue
        ending = _outermost_table(tree, above, -1)
        beginning = _outermost_table(tree, below, 0)
        if ending and beginning and tree.kids(beginning)[0]["S"] != "/Caption":
            yield ending, beginning


def _outermost_table(tree: Tree, element: pydyf.Dictionary, place: int) -> pydyf.Dictionary | None:
    """Go down along the first or last kids to a table."""
    while element["S"] != "/Table":
        kids = tree.kids(element)
        if not kids:
            return None
        element = kids[place]
    return element


def _join(tree: Tree, table: pydyf.Dictionary, continuation: pydyf.Dictionary) -> None:
    parts = {part["S"]: part for part in tree.kids(table)}
    more = {part["S"]: part for part in tree.kids(continuation)}
    if "/THead" in parts and "/THead" in more:
        _point_at_first_head(tree, parts["/THead"], more["/THead"], more["/TBody"])
    for name, part in more.items():
        if name not in parts:  # nothing but the caption fitted on the page before
            tree.move(part, to=table)
        elif name == "/TBody":
            tree.move_kids(part, to=parts[name])
    tree.prune(continuation)


def _point_at_first_head(
    tree: Tree, head: pydyf.Dictionary, repeated: pydyf.Dictionary, body: pydyf.Dictionary
) -> None:
    """Let the cells of a continuation name the header cells of the table's first part."""
    first = {
        again["ID"].data: cell["ID"]
        for cell, again in zip(
            _header_cells(tree, head), _header_cells(tree, repeated), strict=True
        )
    }
    for cell in tree.walk(body):
        if "Headers" in cell.get("A", ()):
            names = cell["A"]["Headers"]
            cell["A"]["Headers"] = pydyf.Array(first.get(name.data, name) for name in names)


def _header_cells(tree: Tree, head: pydyf.Dictionary) -> list[pydyf.Dictionary]:
    return [cell for cell in tree.walk(head) if cell["S"] == "/TH"]
