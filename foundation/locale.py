"""The language of a page: the visitor's choice, else the person's, else the browser's, else bokmål."""

from gettext import NullTranslations
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from flask import Flask, g, has_request_context, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_babel import Babel, get_locale, get_translations

from foundation import visitor
from foundation.guards import open_to_all
from foundation.language import BOKMAL, LANGUAGES, NYNORSK

CATALOGUES = Path(__file__).resolve().parent.parent / "translations"
NAMES = {BOKMAL: "Bokmål", NYNORSK: "Nynorsk"}
_SESSION_KEY = "language"
_BROWSERS_SAY = {"nb": BOKMAL, "no": BOKMAL, "nn": NYNORSK}


def init_locale(app: Flask) -> None:
    """Let Flask-Babel speak the page's language."""
    app.config["BABEL_DEFAULT_LOCALE"] = BOKMAL
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Oslo"
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(CATALOGUES)
    Babel(app, locale_selector=chosen)
    # Flask-Babel finds language and catalogue anew for each text; a list page has hundreds.
    speaking = cast("Any", app.jinja_env)
    speaking.install_gettext_callables(_say, _say_number, newstyle=True)


def _say(text: str) -> str:
    return str(_catalogue().gettext(text))


def _say_number(one: str, many: str, number: int) -> str:
    return str(_catalogue().ngettext(one, many, number))


def _catalogue() -> NullTranslations:
    """Give the catalogue of what is being written, looked up anew only when the language changes.

    A page may hold a text in the other form, such as a letter's.
    """
    if not has_request_context():
        return cast("NullTranslations", get_translations())
    spoken = get_locale()
    known: tuple[object, NullTranslations] | None = g.get("catalogue")
    if known is None or known[0] is not spoken:
        known = g.catalogue = (spoken, get_translations())
    return known[1]


def chosen() -> str:
    """Choose the language of this request."""
    if not has_request_context():
        return BOKMAL
    for wish in (session.get(_SESSION_KEY), visitor.wished_locale(), browsers_wish()):
        if wish in LANGUAGES:
            return str(wish)
    return BOKMAL


def browsers_wish() -> str | None:
    """Read Accept-Language; `no` is bokmål. The browser's first Norwegian counts."""
    for tag, quality in request.accept_languages:
        language = _BROWSERS_SAY.get(tag.partition("-")[0].lower())
        if language and quality > 0:
            return language
    return None


def language() -> str:
    """Tell the language that is spoken now, `nb` or `nn`; letters may have set it for themselves."""
    locale = get_locale()
    return NYNORSK if locale is not None and locale.language == NYNORSK else BOKMAL


@open_to_all
def switch() -> ResponseReturnValue:
    """Take the visitor's choice of language and go back to the page it was made on."""
    wish = request.form.get("language", "")
    if wish in LANGUAGES:
        session[_SESSION_KEY] = wish
        visitor.keep_locale(wish)
    return redirect(own_address(request.form.get("next", "")), 303)


def own_address(address: str) -> str:
    """Give an address of this site as it is, and the front page instead of any other."""
    parts = urlsplit(address)
    elsewhere = parts.scheme or parts.netloc or "\\" in address or not address.isprintable()
    return address if address.startswith("/") and not elsewhere else "/"
