"""What the formal control says: the rule as a question, the reason as a sentence with its numbers."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from accounts.models import OrganisationKind
from criteria.eligibility import Finding, Reason, Rule
from foundation import words
from foundation.money import Ore, format_kroner
from foundation.wording import format_day, format_moment, format_number

words.register({
    Rule.MIN_KOMMUNER: _l("Nok kommuner i samarbeidet"),
    Rule.MIN_POPULATION: _l("Nok innbyggere i samarbeidet"),
    Rule.APPLICANT_KIND: _l("Søkere og deltakere av riktig type"),
    Rule.ONE_LEAD: _l("Én hovedsøker"),
    Rule.MIDT_NORGE: _l("Kommuner i Midt-Norge"),
    Rule.OWN_SHARE: _l("Egenandel"),
    Rule.MIN_GRANT: _l("Minste tilskudd"),
    Rule.MAX_GRANT: _l("Største tilskudd"),
    Rule.MIN_GRANT_PER_PARTNER: _l("Minste tilskudd til én deltaker"),
    Rule.MAX_GRANT_PER_PARTNER: _l("Største tilskudd til én deltaker"),
    Rule.PERIOD: _l("Prosjektperiode"),
    Rule.LENGTH: _l("Lengden på prosjektet"),
    Rule.SUPPORTED_ACTIVITY: _l("Minst én støttet aktivitet"),
    Rule.PURCHASE_AND_OPERATION: _l("Ikke tilskudd til kjøp og drift"),
    Rule.WITHIN_DEADLINE: _l("Innen fristen"),
    Rule.PARTNERS_CONFIRMED: _l("Alle deltakere har bekreftet"),
    Rule.ONE_PER_LEAD: _l("Én søknad fra hver hovedsøker"),
    Reason.MET: _l("Oppfylt"),
    Reason.NO_LIMIT: _l("Utlysningen setter ingen grense."),
    Reason.TOO_FEW_KOMMUNER: _l(
        "Utlysningen krever minst %(required)s kommuner. Samarbeidet har %(found)s."
    ),
    Reason.TOO_FEW_INHABITANTS: _l(
        "Det må bo minst %(required)s innbyggere i kommunene som deltar. Det bor %(found)s."
    ),
    Reason.ENOUGH_KOMMUNER: _l(
        "Kommunene har %(found)s innbyggere og ikke %(required)s, men det er nok at de er mange."
    ),
    Reason.ENOUGH_INHABITANTS: _l(
        "Samarbeidet har %(found)s kommuner og ikke %(required)s, men det er nok at innbyggerne er mange."
    ),
    Reason.NOT_THE_NAMED: _l("Utlysningen er bare for én bestemt organisasjon, som må være hovedsøker."),
    Reason.KIND_NOT_ELIGIBLE: _l("Hovedsøkeren er av en type som ikke kan søke: %(kind)s."),
    Reason.PARTNER_KIND_NOT_ELIGIBLE: _l("Deltakere av denne typen kan ikke være med: %(kind)s."),
    Reason.NO_LEAD: _l("Søknaden har ingen hovedsøker."),
    Reason.SEVERAL_LEADS: _l("Søknaden har %(found)s hovedsøkere. Den kan bare ha én."),
    Reason.MIDT_NORGE_EXCLUDED: _l(
        "Kommuner i Midt-Norge kan ikke delta i denne utlysningen. Samarbeidet har %(found)s."
    ),
    Reason.MIDT_NORGE_UNDECIDED: _l(
        "Det er ikke avklart om kommuner i Midt-Norge kan delta. Samarbeidet har %(found)s."
    ),
    Reason.OWN_SHARE_TOO_LOW: _l(
        "Egenandelen må være minst %(required)s. Den er %(found)s."
    ),
    Reason.ASKS_TOO_LITTLE: _l("Det må søkes om minst %(required)s. Det er søkt om %(found)s."),
    Reason.ASKS_TOO_MUCH: _l("Det kan søkes om høyst %(allowed)s. Det er søkt om %(found)s."),
    Reason.PARTNER_ASKS_TOO_LITTLE: _l(
        "Det må søkes om minst %(required)s til hver deltaker som skal ha tilskudd. "
        "Det laveste er %(found)s. Under grensen: %(partners)s."
    ),
    Reason.PARTNER_ASKS_TOO_MUCH: _l(
        "Det kan søkes om høyst %(allowed)s til hver deltaker. Det høyeste er %(found)s. "
        "Over grensen: %(partners)s."
    ),
    Reason.PERIOD_MISSING: _l("Prosjektperioden er ikke fylt ut."),
    Reason.PERIOD_BACKWARDS: _l("Prosjektet slutter før det begynner."),
    Reason.OUTSIDE_PERIOD: _l(
        "Prosjektet må ligge i årene %(first_year)s–%(last_year)s. "
        "Det går fra %(start_on)s til %(end_on)s."
    ),
    Reason.TOO_LONG: _l(
        "Prosjektet kan vare i høyst %(allowed)s. Det varer i %(found)s, en påbegynt måned regnet som hel."
    ),
    Reason.NO_SUPPORTED_ACTIVITY: _l("Søknaden har ingen av aktivitetene som kan få tilskudd."),
    Reason.UNSUPPORTED_COST_ASKED: _l(
        "Det er søkt om %(found)s til kostnader som tilskuddet ikke kan dekke."
    ),
    Reason.NOT_SUBMITTED: _l("Søknaden er ikke sendt inn ennå. Siste dag er %(closes_on)s."),
    Reason.TOO_EARLY: _l(
        "Søknaden kom %(submitted_at)s, før utlysningen åpnet %(opens_on)s."
    ),
    Reason.TOO_LATE: _l("Søknaden kom %(submitted_at)s. Siste dag var %(closes_on)s."),
    Reason.PARTNER_NOT_CONFIRMED: _l("%(found)s av %(required)s deltakere har bekreftet."),
    Reason.LEADS_ANOTHER: _l("Hovedsøkeren har sendt inn %(found)s annen søknad i utlysningen."),
})

_AMOUNTS = {
    Rule.MIN_GRANT: ("required", "found"),
    Rule.MAX_GRANT: ("allowed", "found"),
    Rule.MIN_GRANT_PER_PARTNER: ("required", "found"),
    Rule.MAX_GRANT_PER_PARTNER: ("allowed", "found"),
    Rule.PURCHASE_AND_OPERATION: ("found",),
}


class Told(NamedTuple):
    """A finding as a page or a letter says it."""

    rule: str
    reason: str
    finding: Finding

    @property
    def says_more(self) -> bool:
        """Tell whether the reason says more than that the rule is met."""
        return self.finding.reason is not Reason.MET or self.reason != words.say(Reason.MET)


def explained(finding: Finding) -> Told:
    """Say a finding in the reader's language, with amounts, dates and kinds as people write them."""
    values = _spoken(finding.rule, dict(finding.values))
    if finding.reason is Reason.MET:
        return Told(words.say(finding.rule), _met(values), finding)
    return Told(words.say(finding.rule), words.say(finding.reason, **values), finding)


def pattern(finding: Finding) -> str:
    """Say a finding with `{found}` and `{partners}` left open, for a script that fills them in."""
    share = finding.rule is Rule.OWN_SHARE
    found = _("%(number)s prosent", number="{found}") if share else "{found}"
    values = _spoken(finding.rule, dict(finding.values))
    values |= {"found": found, "partners": "{partners}"}
    return _met(values) if finding.met else words.say(finding.reason, **values)


def _met(values: Mapping[str, object]) -> str:
    """Say what a rule that is met asked for and found, as far as there are numbers."""
    if "required" in values and "found" in values:
        return str(_("Oppfylt: kravet er %(required)s, og søknaden har %(found)s.", **values))
    if "allowed" in values:
        return str(_("Oppfylt: grensen er %(allowed)s, og søknaden har %(found)s.", **values))
    return words.say(Reason.MET)


def _spoken(rule: Rule, values: dict[str, str | int]) -> dict[str, object]:
    return {name: _say(rule, name, value) for name, value in values.items()}


def _say(rule: Rule, name: str, value: str | int) -> object:
    if name in _AMOUNTS.get(rule, ()):
        return format_kroner(Ore(int(value)))
    if rule in _UNITS:
        return _UNITS[rule](value)
    if name in _WORDS:
        return _WORDS[name](str(value))
    if name.endswith("_on"):
        return format_day(date.fromisoformat(str(value)))
    return value


def _kinds(value: str) -> str:
    return ", ".join(words.say(OrganisationKind(kind)) for kind in value.split(", ")).lower()


def _moment(value: str) -> str:
    return format_moment(datetime.fromisoformat(value))


def _percent(value: str | int) -> str:
    return str(_("%(number)s prosent", number=format_number(Decimal(value))))


def _months(value: str | int) -> str:
    return str(ngettext("%(num)d måned", "%(num)d måneder", int(value)))


def _inhabitants(value: str | int) -> str:
    return format_number(int(value))


_UNITS: dict[Rule, Callable[[str | int], str]] = {
    Rule.OWN_SHARE: _percent,
    Rule.LENGTH: _months,
    Rule.MIN_POPULATION: _inhabitants,
}
"""The rules whose every value is counted in one unit."""
_WORDS: dict[str, Callable[[str], str]] = {"kind": _kinds, "submitted_at": _moment}
"""The values that are words or moments, whatever the rule."""
