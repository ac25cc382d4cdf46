"""The analysis as a page that everybody may read, and as a file. It holds nothing but sums."""

import csv
import io
from decimal import Decimal

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.permissions import public
from criteria.economics import Level, Reading
from figures.economics import words as own_words
from figures.economics.analysis import Analysis, analysed
from figures.economics.draft import the_draft
from figures.economics.forms import ReadingForm
from figures.economics.queries import municipalities_today, paid_by_year, spent_by_year
from figures.public.keeping import kept
from foundation import clock, words
from foundation.charts import Drawing, Range, RangeChart, draw

pages = Blueprint("economics", __name__)
_TENTH = Decimal("0.1")


@pages.route("/samfunnsokonomi")
@public
@kept
def analysis() -> ResponseReturnValue:
    """Read the socio-economic analysis as the reader wants it computed."""
    form, draft = _form(), the_draft()
    municipalities = form.municipalities(municipalities_today(clock.today()))
    found = analysed(
        draft,
        form.reading(),
        level=form.level,
        municipalities=municipalities,
        paid=paid_by_year(),
        costs=spent_by_year(),
    )
    return render_template(
        "economics/analysis.html",
        form=form,
        draft=draft,
        found=found,
        reading=form.reading(),
        usual=Reading(),
        levels=tuple(Level),
        level=form.level,
        municipalities=municipalities,
        names=own_words.INPUTS,
        chart=_chart(found, form.level),
    )


@pages.route("/samfunnsokonomi.csv")
@public
@kept
def analysis_table() -> ResponseReturnValue:
    """Take the computed and the printed figures out as a table, in millions of kroner."""
    form, draft = _form(), the_draft()
    found = analysed(draft, form.reading(), level=form.level, municipalities=1, paid={})
    answer = Response(_csv(found), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = "attachment; filename=samfunnsokonomi.csv"
    return answer


def _form() -> ReadingForm:
    form = ReadingForm()
    form.offer()
    form.validate()
    return form


def _csv(found: Analysis) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        (
            _("Tabell"), _("Linje"), _("Nivå"), _("Beregnet"), _("Trykt"), _("Forskjell"),
            _("Vurdering"), _("Forklaring"),
        )
    )  # fmt: skip
    for table, rows in found.tables.items():
        for cell in (one for row in rows for one in row.cells):
            writer.writerow(
                (
                    words.say(table), words.say(cell.line), cell.level.value,
                    *map(_million, (cell.computed, cell.printed, cell.difference)),
                    words.say(cell.verdict), ". ".join(map(words.say, cell.reasons)),
                )
            )  # fmt: skip
    return text.getvalue().encode("utf-8-sig")


def _million(value: Decimal) -> str:
    return f"{value.quantize(_TENTH):f}".replace(".", ",")


def _chart(found: Analysis, level: Level) -> Drawing:
    """Draw how far the net moves, the widest swing on top."""
    return draw(
        RangeChart(
            identity="swings",
            title=_("Prissatt nettonytte på %(level)s når én ting endres", level=words.say(level).lower()),
            description=_("Tallene står i tabellen under figuren."),
            unit=_("mill. kr"),
            middle=found.net.quantize(_TENTH),
            middle_name=_("slik det er lest nå"),
            rows=tuple(
                Range(
                    name=words.say(one.factor),
                    lower=one.lower.quantize(_TENTH),
                    upper=one.upper.quantize(_TENTH),
                )
                for one in found.swings
            ),
        )
    )
