"""Looks into the tag tree of a printed PDF."""

import pikepdf


def below(element: pikepdf.Object, kind: str) -> list[pikepdf.Object]:
    """Give all elements of a kind under one, in reading order."""
    found: list[pikepdf.Object] = []
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/S") == kind:
                found.append(kid)
            found.extend(below(kid, kind))
    return found
