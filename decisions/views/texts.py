"""Pages where an administrator looks after the texts of letters, in versions, with samples of each."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.identity import me
from accounts.permissions import Permission, requires
from decisions import printing, services
from decisions.letterkinds import TEXT_KINDS, LetterKind
from decisions.lettertexts import forms, parts_of, queries, shipped, shown
from decisions.lettertexts.parts import COMMON
from decisions.realcases import real_letter, recent_decisions
from decisions.samples import Size, letters_of
from decisions.views.blueprint import pages
from decisions.views.handing import hand_out
from foundation import clock
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.forms import refuse
from foundation.language import BOKMAL, LANGUAGES
from foundation.letterhead import LetterError
from foundation.pages import NavItem, register_navigation
from grants import queries as grants

register_navigation(
    NavItem("decisions.letter_texts", _l("Brevtekster"), Permission.SCHEME_MANAGE, 905, seldom=True)
)


@pages.route("/forvaltning/brev", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def letter_texts() -> ResponseReturnValue:
    """List the kinds of letters, and choose the form of Norwegian for the neutral."""
    scheme = grants.scheme()
    form = forms.NeutralFormForm(language=queries.neutral_language(scheme.id))
    form.offer()
    if form.validate_on_submit():
        services.choose_neutral_form(scheme, form.language.data, by=me(), at=clock.now())
        flash(_("Målformen er lagret. Den gjelder fra neste brev."), "success")
        return redirect(url_for("decisions.letter_texts"), 303)
    return render_template(
        "decisions/texts/kinds.html",
        kinds=shown.kinds(scheme.id),
        form=form,
        chosen=queries.neutral_form(scheme.id),
    )


@pages.route("/forvaltning/brev/<name>", methods=["GET", "POST"])
@requires(Permission.SCHEME_MANAGE)
def change_texts(name: str) -> ResponseReturnValue:
    """Write a new version of a kind's texts; before it is saved it can be read as a letter."""
    kind, scheme = _kind(name), grants.scheme()
    versions = queries.versions_of(scheme.id, kind)
    newest = versions[-1] if versions else None
    number = newest.number if newest else 1
    form = forms.texts_form(kind)(
        **forms.filled(queries.whole(kind, newest), number, clock.today())
    )
    words = None
    if form.validate_on_submit():
        form.refuse_stale(number)
        if request.form.get("do") == "read":
            words = _words(kind, form)
        elif _saved(kind, form, number):
            return redirect(url_for("decisions.text_versions", name=kind.value), 303)
    return render_template(
        "decisions/texts/change.html",
        kind=kind,
        form=form,
        parts=parts_of(kind),
        words=words,
        examples=shown.example_values(kind, BOKMAL),
        common=sorted(COMMON),
    )


@pages.route("/forvaltning/brev/<name>/versjoner")
@requires(Permission.SCHEME_MANAGE)
def text_versions(name: str) -> ResponseReturnValue:
    """List the versions of a kind's texts: when each is in force, and what it changed."""
    kind, scheme = _kind(name), grants.scheme()
    return render_template(
        "decisions/texts/versions.html",
        kind=kind,
        versions=shown.versions(scheme.id, kind, clock.today()),
        sizes=list(Size),
        cases=recent_decisions(kind),
    )


@pages.route("/forvaltning/brev/<name>/<int:number>/eksempel.pdf")
@requires(Permission.SCHEME_MANAGE)
def sample_letter(name: str, number: int) -> ResponseReturnValue:
    """Hand out a letter from one version: made up, everyday or the longest, or of a published case."""
    kind, scheme = _kind(name), grants.scheme()
    language = request.args.get("sprak", BOKMAL)
    size, case = request.args.get("brev", Size.NORMAL), request.args.get("vedtak", type=int)
    if language not in LANGUAGES or size not in set(Size):
        raise NotFoundError
    texts = shipped(kind) if number == 0 else queries.whole(
        kind, queries.version(scheme.id, kind, number)
    )  # fmt: skip
    letter = (
        real_letter(kind, case, language)
        if case is not None
        else next(letters_of(kind, Size(size), language))
    )
    try:
        document = printing.render(letter, texts)
    except LetterError as error:
        raise NotFoundError from error
    return hand_out(document, f"eksempel-{kind.value}-{number}-{language}.pdf")


def _kind(name: str) -> LetterKind:
    found = next((one for one in TEXT_KINDS if one.value == name), None)
    if found is None:
        raise NotFoundError
    return found


def _words(kind: LetterKind, form: forms.TextsForm) -> dict[str, str]:
    """Say the longest sample with what was typed, in both forms."""
    texts = form.texts(kind)
    return {
        language: printing.text(next(letters_of(kind, Size.WORST, language)), texts)
        for language in LANGUAGES
    }


def _saved(kind: LetterKind, form: forms.TextsForm, seen: int) -> bool:
    """Save what was typed; tell on the form why it was refused."""
    try:
        services.save_texts(
            grants.scheme(), kind, form.texts(kind),
            valid_from=form.valid_from.data or clock.today(), seen=seen, by=me(), at=clock.now(),
        )  # fmt: skip
    except RuleBrokenError as error:
        refuse(form, error)
        return False
    flash(_("Den nye versjonen av tekstene er lagret."), "success")
    return True
