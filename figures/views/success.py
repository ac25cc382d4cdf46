"""Whom a proposal reaches, as information before it is chosen."""

from decimal import Decimal

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.models import HealthRegion, LanguageForm
from accounts.permissions import Permission, requires
from assessments import proposing
from assessments import queries as assessments
from criteria.proportions import FEWEST, Proportion
from criteria.sizes import SizeClass
from figures.success import ANY, By, Counting, Group, grouped, subjects_of
from figures.views.blueprint import pages
from foundation import words
from foundation.charts import Drawing, Share, ShareChart, draw


@pages.route("/innstillinger/<int:proposal_id>/hvem-som-far")
@requires(Permission.PROPOSAL_READ)
def success(proposal_id: int) -> ResponseReturnValue:
    """Show how many of those who asked get something, in each group."""
    proposal = assessments.proposal(proposal_id)
    counting = _chosen(request.args.get("tell", ""))
    closed = proposing.hidden_from(me(), proposal.lines)
    subjects = subjects_of(proposal, counting, closed)
    everybody = Proportion(sum(one.funded for one in subjects), len(subjects))
    tables = [(by, grouped(by, subjects)) for by in By]
    return render_template(
        "figures/success.html",
        proposal=proposal,
        counting=counting,
        closed=len(closed),
        countings=tuple(Counting),
        everybody=Group(ANY, everybody),
        tables=[(by, [(_name(by, one), one) for one in groups]) for by, groups in tables],
        charts={by: _drawn(by, groups) for by, groups in tables if _has_a_share(groups)},
        fewest=FEWEST,
    )


def _chosen(value: str) -> Counting:
    return Counting(value) if value in set(Counting) else Counting.APPLICATIONS


def _name(by: By, group: Group) -> str:
    """Say what a group is called."""
    if group.value is None:
        return str(_("Ikke en kommune"))
    match by:
        case By.SIZE:
            return words.say(SizeClass(group.value))
        case By.CENTRALITY:
            return str(_("Klasse %(number)s", number=group.value))
        case By.HEALTH_REGION:
            return words.say(HealthRegion(group.value))
        case By.LANGUAGE_FORM:
            return words.say(LanguageForm(group.value))
        case By.COUNTY:
            return group.value


def _has_a_share(groups: list[Group]) -> bool:
    """Tell whether any group is large enough for a share: without one, a chart has nothing to show."""
    return any(not one.reached.is_few for one in groups)


def _drawn(by: By, groups: list[Group]) -> Drawing:
    return draw(
        ShareChart(
            identity=f"success-{by.value}",
            title=_("Andel som får tilskudd, etter %(what)s", what=words.say(by).lower()),
            description=_(
                "Søylen er andelen, streken er intervallet. Tallene står i tabellen under figuren."
            ),
            rows=tuple(_row(by, one) for one in groups),
        )
    )


def _row(by: By, group: Group) -> Share:
    """Give a group's bar; where there are too few, no bar, but how many there are."""
    reached = group.reached
    low, high = reached.interval
    return Share(
        name=_name(by, group),
        share=Decimal(0) if reached.is_few else Decimal(str(reached.share)),
        said=_("%(count)s av %(of)s", count=reached.count, of=reached.of),
        interval=None if reached.is_few else (Decimal(str(low)), Decimal(str(high))),
    )
