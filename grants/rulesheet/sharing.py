"""The sentences about who comes first and how the frame is spread, in both forms of Norwegian."""

from collections.abc import Iterator

from criteria.allocation import Aim
from criteria.ranking import TieRule, Trait
from criteria.sizes import SizeClass
from foundation.language import Bilingual
from foundation.money import Ore, format_kroner
from foundation.wording import format_number
from grants import rules
from grants.models import Call, CallRule, PortfolioBound, RuleKey
from grants.rulesheet.said import filled

TIED: dict[RuleKey, Bilingual] = {
    RuleKey.TIE_FIRST: Bilingual(
        "Har to søknader like mange poeng, går {rule} foran.",
        "Har to søknader like mange poeng, går {rule} føre.",
    ),
    RuleKey.TIE_SECOND: Bilingual(
        "Er de fortsatt like, går {rule} foran.",
        "Er dei framleis like, går {rule} føre.",
    ),
    RuleKey.TIE_THIRD: Bilingual(
        "Er de da også like, går {rule} foran.",
        "Er dei då òg like, går {rule} føre.",
    ),
}
COMES_FIRST: dict[TieRule, Bilingual] = {
    TieRule.FEWER_INHABITANTS: Bilingual(
        "samarbeidet med færrest innbyggere", "samarbeidet med færrast innbyggjarar"
    ),
    TieRule.MORE_INHABITANTS: Bilingual(
        "samarbeidet med flest innbyggere", "samarbeidet med flest innbyggjarar"
    ),
    TieRule.EARLIER_SUBMITTED: Bilingual(
        "den som ble sendt inn først,", "den som vart send inn først,"
    ),
    TieRule.LOWER_ASKED: Bilingual("den som ber om minst,", "den som ber om minst,"),
    TieRule.HIGHER_ON_MAIN_CRITERION: Bilingual(
        "den med flest poeng på kriteriet «{criterion}», som veier mest,",
        "den med flest poeng på kriteriet «{criterion}», som veg mest,",
    ),
    TieRule.LOT: Bilingual("den med lavest lodd", "den med lågast lodd"),
    TieRule.LOWER_NUMBER: Bilingual("den med lavest nummer", "den med lågast nummer"),
}
LOT = Bilingual(
    "Loddet for en søknad er SHA-256 av «{words}», et kolon og nummeret på søknaden. Det laveste kommer "
    "først. Alle kan regne det ut.",
    "Loddet for ein søknad er SHA-256 av «{words}», eit kolon og nummeret på søknaden. Det lågaste kjem "
    "først. Alle kan rekne det ut.",
)
AIMS: dict[Aim, Bilingual] = {
    Aim.POINTS_FOR_MONEY: Bilingual(
        "Når listen sammenlignes med den fordelingen som gir mest, teller hver krone med poengene til "
        "søknaden den går til.",
        "Når lista blir samanlikna med den fordelinga som gir mest, tel kvar krone med poenga til "
        "søknaden ho går til.",
    ),
    Aim.MOST_POINTS: Bilingual(
        "Når listen sammenlignes med den fordelingen som gir mest, teller hver søknad med poengene sine.",
        "Når lista blir samanlikna med den fordelinga som gir mest, tel kvar søknad med poenga sine.",
    ),
}
EACH: dict[Trait, Bilingual] = {
    Trait.LEAD: Bilingual("Hver hovedsøker", "Kvar hovudsøkjar"),
    Trait.COUNTY: Bilingual("Hvert fylke", "Kvart fylke"),
    Trait.SIZE_CLASS: Bilingual("Hver størrelse av kommuner", "Kvar storleik av kommunar"),
    Trait.MEASURE: Bilingual("Hvert tiltak", "Kvart tiltak"),
}
SIZES: dict[SizeClass, Bilingual] = {
    SizeClass.UNDER_5000: Bilingual(
        "Kommuner med under 5 000 innbyggere", "Kommunar med under 5 000 innbyggjarar"
    ),
    SizeClass.TO_20000: Bilingual(
        "Kommuner med 5 000 til 20 000 innbyggere", "Kommunar med 5 000 til 20 000 innbyggjarar"
    ),
    SizeClass.ABOVE_20000: Bilingual(
        "Kommuner med over 20 000 innbyggere", "Kommunar med over 20 000 innbyggjarar"
    ),
}
NAMED: dict[Trait, Bilingual] = {
    Trait.LEAD: Bilingual("Hovedsøkeren {value}", "Hovudsøkjaren {value}"),
    Trait.COUNTY: Bilingual("Hovedsøkere i {value}", "Hovudsøkjarar i {value}"),
    Trait.SIZE_CLASS: Bilingual("{value}", "{value}"),
    Trait.MEASURE: Bilingual("Tiltak {value}", "Tiltak {value}"),
}
SPREAD = Bilingual("{group} skal til sammen ha {limits}.", "{group} skal til saman ha {limits}.")
AT_LEAST = Bilingual("minst {number}", "minst {number}")
AT_MOST = Bilingual("høyst {number}", "høgst {number}")
CASES = Bilingual("{number} tilskudd", "{number} tilskot")
AND = Bilingual("{first} og {then}", "{first} og {then}")


def tie_said(call: Call, rule: CallRule) -> Bilingual | None:
    """Say which of two with the same score comes first; nothing after the rule that parts all."""
    before = [rules.text(call, key) for key in rules.TIES[: rules.TIES.index(rule.key)]]
    if {TieRule.LOT, TieRule.LOWER_NUMBER} & {TieRule(one) for one in before if one}:
        return None
    main = rules.main_criterion(call)
    first = filled(COMES_FIRST[TieRule(rule.value)], criterion=main.name if main else "")
    return filled(TIED[rule.key], rule=first)


def lot_said(call: Call, rule: CallRule) -> Bilingual | None:
    """Say what the draw is made from; nothing when nobody draws."""
    if TieRule.LOT not in rules.ties_asked(call):
        return None
    return filled(LOT, words=rule.value)


def aim_said(rule: CallRule) -> Bilingual:
    """Say what the best combination makes as large as possible."""
    return AIMS[Aim(rule.value)]


def bound_said(row: PortfolioBound) -> Bilingual:
    """Say what the grants as a whole keep to in a group."""
    limits = list(_limits(row))
    said = limits[0]
    for one in limits[1:]:
        said = filled(AND, first=said, then=one)
    return filled(SPREAD, group=_group(row), limits=said)


def _group(row: PortfolioBound) -> Bilingual:
    if not row.value:
        return EACH[row.trait]
    value = SIZES[SizeClass(row.value)] if row.trait is Trait.SIZE_CLASS else row.value
    return filled(NAMED[row.trait], value=value)


def _limits(row: PortfolioBound) -> Iterator[Bilingual]:
    for number, sentence in ((row.least_cases or None, AT_LEAST), (row.most_cases, AT_MOST)):
        if number is not None:
            yield filled(sentence, number=filled(CASES, number=format_number(number)))
    for amount, sentence in ((row.least_amount or None, AT_LEAST), (row.most_amount, AT_MOST)):
        if amount is not None:
            yield filled(sentence, number=format_kroner(Ore(amount)))
