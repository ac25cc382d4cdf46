"""How values are shown to people: the filters and functions of all templates."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from flask import Flask
from flask_babel import gettext, ngettext
from markupsafe import Markup, escape

from foundation import (
    addresses,
    clock,
    fields,
    forms,
    locale,
    money,
    navigation,
    visitor,
    wording,
    words,
)
from foundation.errors import RuleBrokenError
from foundation.keeping import Keeping
from foundation.language import Bilingual
from foundation.money import Ore

NOTHING = "–"


def show_kroner(amount: Ore | None) -> str:
    """Write `1 234 567 kr`."""
    return NOTHING if amount is None else money.format_kroner(amount)


def show_date(day: date | None) -> str:
    """Write `15. januar 2026`. A moment is shown as its date in Oslo."""
    if day is None:
        return NOTHING
    if isinstance(day, datetime):
        day = clock.in_oslo(day).date()
    return wording.format_day(day)


def show_moment(moment: datetime | None) -> str:
    """Write `15. januar 2026 kl. 23:59`, in Oslo."""
    if moment is None:
        return NOTHING
    there = clock.in_oslo(moment)
    return f"{show_date(there.date())} kl.{wording.NO_BREAK}{there:%H:%M}"


def show_nearness(day: date) -> str:
    """Write how near a day is in Oslo: «i dag», «i morgen», «om 5 dager»; nothing for one that is past."""
    left = (day - clock.today()).days
    if left > 1:
        return str(ngettext("om %(num)d dag", "om %(num)d dager", left))
    soon: dict[int, str] = {0: gettext("i dag"), 1: gettext("i morgen")}
    return soon.get(left, "")


def show_number(value: Decimal | float | None, decimals: int = 0) -> str:
    """Write `1 234,5`: spaces between thousands, a comma before decimals, halves upwards."""
    if value is None:
        return NOTHING
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(str(value)).quantize(step, rounding=ROUND_HALF_UP)
    written = f"{abs(rounded):,.{decimals}f}".replace(",", wording.NO_BREAK).replace(".", ",")
    return f"\u2212{written}" if rounded < 0 else written


def show_percent(share: Decimal | float | None, decimals: int = 0) -> str:
    """Write a share of one as `25 %`: 0.25 is 25 per cent."""
    if share is None:
        return NOTHING
    return f"{show_number(Decimal(str(share)) * 100, decimals)}{wording.NO_BREAK}%"


def show_text(text: Bilingual | str | None) -> str:
    """Write a text of both forms in the page's language."""
    return text.in_(locale.language()) if isinstance(text, Bilingual) else text or ""


def show_paragraphs(text: Bilingual | str | None) -> Markup:
    """Write what somebody typed as paragraphs: an empty line parts them, a line break stays."""
    parts = [part.strip() for part in show_text(text).replace("\r\n", "\n").split("\n\n")]
    breaks = Markup("<br>\n")
    return Markup("\n").join(
        Markup("<p>{}</p>").format(breaks.join(escape(line) for line in part.split("\n")))
        for part in parts
        if part
    )


def said(member: Enum | RuleBrokenError | None) -> str:
    """Write an enum member in words, or why something is refused with the numbers of its sentence."""
    if isinstance(member, RuleBrokenError):
        return words.say(member.reason, **member.values)
    return NOTHING if member is None else words.say(member)


def init_showing(app: Flask) -> None:
    """Give templates their filters and functions; macros see them too.

    A template that was compiled stays so. Jinja keeps 400; we have more, and whoever visits every page
    in turn would find each one forgotten.
    """
    app.jinja_env.cache = {}
    app.jinja_env.add_extension(Keeping)
    app.jinja_env.filters |= {
        "kroner": show_kroner,
        "date": show_date,
        "moment": show_moment,
        "nearness": show_nearness,
        "number": show_number,
        "percent": show_percent,
        "size": wording.format_size,
        "account": wording.format_account,
        "text": show_text,
        "paragraphs": show_paragraphs,
        "said": said,
    }
    app.jinja_env.globals |= {
        "at_the_foot": navigation.at_the_foot,
        "attributes": forms.attributes,
        "back": addresses.back,
        "element_id": addresses.element_id,
        "has_page": addresses.has_page,
        "here": addresses.here,
        "is_crowded": navigation.is_crowded,
        "kind_of": fields.kind_of,
        "language": locale.language,
        "languages": locale.NAMES,
        "menu": navigation.menu,
        "navigation": navigation.navigation,
        "now": clock.now,
        "today": clock.today,
        "problems": forms.problems,
        "static_url": addresses.static_url,
        "visitor": visitor.visitor,
    }
