"""What a group of the portfolio is called in a sentence about one case."""

from flask_babel import gettext as _

from criteria.allocation import Group
from criteria.ranking import Trait
from grants.shown.bounds import group_said


def group_named(group: Group) -> str:
    """Name a group; a lead's is said by what it is, since the line says whose."""
    return str(_("hovedsøkeren")) if group.trait is Trait.LEAD else group_said(*group)
