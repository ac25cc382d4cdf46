"""Pages for the questions of a draft: drawn from the catalogue, and asked only at some answers."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.identity import me
from accounts.permissions import Permission, requires
from foundation import clock
from foundation.errors import NotFoundError, StaleError
from grants import rows, services, wordings
from grants.catalogue import REPORTS, SCHEME, load_report_questions
from grants.forms.condition import condition_form, earlier, pick_form
from grants.forms.questions import from_catalogue_form
from grants.models import Call, Purpose, Question, Wording
from grants.purposes import ADDRESSES, address_of
from grants.shown.questions import conditions
from grants.views.blueprint import pages
from grants.views.drafting import draft_of, saved

ROOT = "/forvaltning/utlysninger/<int:call_id>/sporsmal"


@pages.route(f"{ROOT}/fra-katalogen", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def ask_from_catalogue(call_id: int) -> ResponseReturnValue:
    """Ask what the catalogue has, in one of its versions."""
    call, slug = draft_of(call_id), request.args.get("slug", "sporsmal")
    if slug not in ADDRESSES:
        raise NotFoundError
    found = wordings.all_wordings()
    form = from_catalogue_form(call, found, ADDRESSES[slug])

    def ask() -> None:
        words = wordings.sheet_of_wording(_chosen(found, *form.chosen))
        services.ask_from_catalogue(call, form.as_asked(words, call), by=me(), at=clock.now())

    if saved(form, call, ask):
        flash(_("Spørsmålet er lagt til."), "success")
        return redirect(url_for("grants.list_rows", call_id=call.id, slug=slug))
    return render_template("grants/ask_from_catalogue.html", call=call, form=form, slug=slug)


@pages.route("/forvaltning/utlysninger/<int:call_id>/rader/<slug>/mal", methods=["POST"])
@requires(Permission.CALL_MANAGE)
def ask_from_template(call_id: int, slug: str) -> ResponseReturnValue:
    """Begin what a kind of report asks from the template."""
    call, purpose = draft_of(call_id), ADDRESSES.get(slug, Purpose.APPLICATION)
    if purpose is Purpose.APPLICATION:
        raise NotFoundError
    if request.form.get("version") != str(call.version):
        raise StaleError
    sheets = load_report_questions(REPORTS, SCHEME)
    services.ask_from_template(call, sheets, purpose, by=me(), at=clock.now())
    flash(_("Spørsmålene fra malen er lagt til."), "success")
    return redirect(url_for("grants.list_rows", call_id=call.id, slug=slug))


@pages.route(f"{ROOT}/<int:row_id>/vises-nar")
@requires(Permission.CALL_MANAGE)
def pick_condition(call_id: int, row_id: int) -> ResponseReturnValue:
    """Pick the earlier question that decides whether one is asked; see what stands."""
    call = draft_of(call_id)
    question, slug = _question(call, row_id)
    return render_template(
        "grants/pick_condition.html",
        call=call,
        question=question,
        slug=slug,
        form=pick_form(call, question),
        stands=conditions(call.asking(question.purpose)).get(question.code),
    )


@pages.route(f"{ROOT}/<int:row_id>/vises-nar/svar", methods=["GET", "POST"])
@requires(Permission.CALL_MANAGE)
def set_condition(call_id: int, row_id: int) -> ResponseReturnValue:
    """Say which answers to the picked question make this one asked."""
    call = draft_of(call_id)
    question, slug = _question(call, row_id)
    wanted = request.args.get("on", "")
    on = next((one for one in earlier(call, question) if one.code == wanted), None)
    if on is None:
        raise NotFoundError
    form = condition_form(call, question, on)
    if saved(
        form, call,
        lambda: services.set_condition(
            call, question, form.condition(on), by=me(), at=clock.now()
        ),
    ):  # fmt: skip
        flash(_("Når spørsmålet vises, er lagret."), "success")
        return redirect(url_for("grants.list_rows", call_id=call.id, slug=slug))
    return render_template(
        "grants/set_condition.html", call=call, question=question, slug=slug, on=on, form=form
    )


@pages.route(f"{ROOT}/<int:row_id>/vises-alltid", methods=["POST"])
@requires(Permission.CALL_MANAGE)
def ask_always(call_id: int, row_id: int) -> ResponseReturnValue:
    """Let a question be asked whatever is answered before it."""
    call = draft_of(call_id)
    question, slug = _question(call, row_id)
    form = pick_form(call, question)
    form.refuse_stale(call)
    services.set_condition(call, question, None, by=me(), at=clock.now())
    flash(_("Spørsmålet vises alltid."), "success")
    return redirect(url_for("grants.list_rows", call_id=call.id, slug=slug))


def _question(call: Call, row_id: int) -> tuple[Question, str]:
    """Find a question of a draft, whatever it is asked for, and the word in its pages' address."""
    found = rows.find([*call.questions, *call.report_questions], row_id)
    return found, address_of(found.purpose)


def _chosen(found: list[Wording], code: str, version: int) -> Wording:
    return next(one for one in found if (one.code, one.version) == (code, version))
