"""A call on paper, for everybody: its rule sheet as a page, and rule sheet and call as PDF."""

from flask import Response, current_app, render_template, request
from flask.typing import ResponseReturnValue

from accounts.permissions import Permission, public, requires
from foundation import locale
from foundation.revalidation import kept_until_changed, revalidated
from grants import document, printing, queries, rounds
from grants.models import Call
from grants.rulesheet import chapters_of
from grants.views.blueprint import pages

RULE_SHEET = "regelark"


@pages.route("/utlysninger/<int:call_id>/regelark")
@pages.route("/utlysninger/<int:call_id>/versjon/<int:number>/regelark")
@public
@revalidated
def rule_sheet(call_id: int, number: int | None = None) -> ResponseReturnValue:
    """Show every rule of a call as a sentence, in the reader's form of Norwegian."""
    call = _published(call_id, number)
    return render_template(
        "grants/rule_sheet.html", call=call, chapters=chapters_of(call, locale.language())
    )


@pages.route("/forvaltning/utlysninger/<int:call_id>/regelark")
@requires(Permission.CALL_MANAGE)
def draft_rule_sheet(call_id: int) -> ResponseReturnValue:
    """Show an administrator the rule sheet as it will be when the call is published."""
    call = queries.call(call_id)
    return render_template(
        "grants/draft_rule_sheet.html", call=call, chapters=chapters_of(call, locale.language())
    )


@pages.route(
    "/utlysninger/<int:call_id>/versjon/<int:number>/"
    "<any(regelark, utlysning):paper>-<any(nb, nn):language>.pdf"
)
@public
def call_paper(call_id: int, number: int, paper: str, language: str) -> ResponseReturnValue:
    """Print a call's rule sheet, or the whole call, in one form of Norwegian."""
    call, sender = rounds.published_edition(call_id, number), queries.sender()
    notice = printing.EXAMPLE.in_(language) if current_app.config["TILSAGN_DEMO"] else None
    if paper == RULE_SHEET:
        printed = document.render_rule_sheet(printing.rule_sheet(call, sender, language, notice))
    else:
        printed = document.render_call(printing.whole_call(call, sender, language, notice))
    answer = Response(printed, content_type="application/pdf")
    name = f"{paper}-{call.code}-{language}.pdf"
    answer.headers["Content-Disposition"] = f"inline; filename={name}"
    return kept_until_changed(answer, request)


def _published(call_id: int, number: int | None) -> Call:
    return rounds.newest(call_id) if number is None else rounds.published_edition(call_id, number)
