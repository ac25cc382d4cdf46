"""What a column or a figure is: its code, its name, its unit and what is counted, in both languages."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from foundation.language import Bilingual


class Kind(StrEnum):
    """What sort of value it is, and so how a page, a sheet and a file write it."""

    TEXT = "text"
    CODE = "code"
    WHOLE = "whole"
    DECIMAL = "decimal"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"
    MOMENT = "moment"
    YES_NO = "yes_no"


class Unit(Enum):
    """What is counted or measured."""

    NONE = Bilingual("", "")
    APPLICATIONS = Bilingual("søknader", "søknader")
    AWARDS = Bilingual("tilskudd", "tilskot")
    DAYS = Bilingual("dager", "dagar")
    DECISIONS = Bilingual("vedtak", "vedtak")
    HOURS = Bilingual("timer", "timar")
    INHABITANTS = Bilingual("innbyggere", "innbyggjarar")
    INSTALMENTS = Bilingual("rater", "ratar")
    KRONER = Bilingual("kroner", "kroner")
    MUNICIPALITIES = Bilingual("kommuner, unike", "kommunar, unike")
    ORGANISATIONS = Bilingual("organisasjoner", "organisasjonar")
    MARKS = Bilingual("karakterer", "karakterar")
    PERCENT = Bilingual("prosent", "prosent")
    POINTS = Bilingual("poeng", "poeng")
    REPORTS = Bilingual("rapporter", "rapportar")
    YEAR = Bilingual("år", "år")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, or a figure that stands alone. Money is øre in code, kroner for people."""

    code: str
    name: Bilingual
    kind: Kind
    definition: Bilingual
    unit: Unit = Unit.NONE

    @property
    def machine_name(self) -> str:
        """The name in data that programs read, where money is whole øre and says so."""
        return f"{self.code}_ore" if self.kind is Kind.MONEY else self.code


def money(code: str, name: Bilingual, definition: Bilingual) -> Column:
    """Give a column of amounts."""
    return Column(code, name, Kind.MONEY, definition, Unit.KRONER)


def whole(code: str, name: Bilingual, unit: Unit, definition: Bilingual) -> Column:
    """Give a column of whole numbers of something."""
    return Column(code, name, Kind.WHOLE, definition, unit)


def decimal(code: str, name: Bilingual, unit: Unit, definition: Bilingual) -> Column:
    """Give a column of decimal numbers of something."""
    return Column(code, name, Kind.DECIMAL, definition, unit)


def text(code: str, name: Bilingual, definition: Bilingual) -> Column:
    """Give a column of text."""
    return Column(code, name, Kind.TEXT, definition)


def moment(code: str, name: Bilingual, definition: Bilingual) -> Column:
    """Give a column of moments, shown in Oslo's time."""
    return Column(code, name, Kind.MOMENT, definition)


def same(text: str) -> Bilingual:
    """Give a text that is spelt alike in bokmål and nynorsk."""
    return Bilingual(text, text)
