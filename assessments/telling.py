"""Telling what came of declaring impartiality in several cases at once."""

from collections.abc import Collection

from flask import flash
from flask_babel import ngettext

from applications.models import Application


def tell_declared(chosen: Collection[Application], number: int) -> None:
    """Tell in how many cases it was declared, and that the others must be answered one by one."""
    if number:
        flash(
            ngettext(
                "Du er registrert som habil i %(num)d sak.",
                "Du er registrert som habil i %(num)d saker.",
                number,
            ),
            "success",
        )
    left = len(chosen) - number
    if left:
        flash(
            ngettext(
                "%(num)d sak må du svare for i selve saken, fordi du har registrert en tilknytning til "
                "noen som deltar, eller fordi det er sagt noe annet om habiliteten din der.",
                "%(num)d saker må du svare for hver for seg, fordi du har registrert en tilknytning til "
                "noen som deltar, eller fordi det er sagt noe annet om habiliteten din der.",
                left,
            ),
            "warning",
        )
