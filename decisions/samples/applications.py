"""Sample receipts and letters that ask for what is missing."""

from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256

from applications.deficiency_letter import Deficiency, DeficiencyLetter
from applications.receipt import (
    AgreedShare,
    ConfirmedPartner,
    NotRelevant,
    Receipt,
    ReceivedFile,
    YearAsked,
)
from criteria import costkey
from criteria.costkey import CostKey
from decisions.filling.sentences import COST_KEYS, SECTIONS
from decisions.samples import texts
from decisions.samples.frame import DEADLINE, SCHEME, SUBMITTED_ON, Size, head, kommuner, project
from foundation.language import Bilingual
from foundation.law import ACT_OF_1967, ACT_OF_2025
from foundation.letterhead import Official
from foundation.money import Ore, kroner

OWN_SHARE = kroner(43_210_987)
"""Of each year."""
ONE_SECOND_LEFT = datetime(2026, 1, 15, 22, 59, 59, tzinfo=UTC)
FILES = (
    ("Samarbeidsavtale.pdf", Bilingual("Samarbeidsavtale", "Samarbeidsavtale"), 412_318),
    ("Budsjett 2026–2028.xlsx", Bilingual("Budsjett", "Budsjett"), 88_112),
    (
        "Risiko- og sårbarhetsanalyse for felles journal i kommunene, endelig versjon 2.1.pdf",
        Bilingual("Risiko- og sårbarhetsanalyse", "Risiko- og sårbarheitsanalyse"),
        12_345_678,
    ),
    (
        "DPIA.pdf",
        Bilingual("Vurdering av personvernkonsekvenser", "Vurdering av personvernkonsekvensar"),
        999,
    ),
    ("Gevinstplan.pdf", Bilingual("Gevinstplan", "Gevinstplan"), 1_000_000),
)
IRRELEVANT = (
    Bilingual(
        "Hvilke virksomheter må endre måten de samhandler på?",
        "Kva verksemder må endre måten dei samhandlar på?",
    ),
    Bilingual(
        "Prosjektet oppgraderer løsningen kommunene har, og endrer ikke samhandlingen med andre.",
        "Prosjektet oppgraderer løysinga kommunane har, og endrar ikkje samhandlinga med andre.",
    ),
)
DEFICIENCIES = (
    (
        Bilingual("Samarbeidsavtale", "Samarbeidsavtale"),
        Bilingual(
            "Avtalen er ikke signert av alle deltakerne. Last opp en avtale som alle har signert.",
            "Avtalen er ikkje signert av alle deltakarane. Last opp ein avtale som alle har signert.",
        ),
        Bilingual("Utlysningen punkt 4", "Utlysinga punkt 4"),
    ),
    (
        Bilingual("Budsjett for 2027", "Budsjett for 2027"),
        Bilingual(
            "Budsjettet for 2027 er 120 000 kr høyere enn summen av kildene. Rett budsjettet eller "
            "forklar forskjellen.",
            "Budsjettet for 2027 er 120 000 kr høgare enn summen av kjeldene. Rett budsjettet eller "
            "forklar skilnaden.",
        ),
        Bilingual("Utlysningen punkt 7", "Utlysinga punkt 7"),
    ),
    (
        Bilingual("Gevinster", "Gevinstar"),
        Bilingual(
            "Tre av gevinstene mangler nullpunkt. Skriv verdien dere måler fra, når den er målt, og "
            "hvordan.\n\nEr nullpunktet ikke målt ennå, skriver dere når det skal måles og hvem som har "
            "ansvaret for det.",
            "Tre av gevinstane manglar nullpunkt. Skriv verdien de måler frå, når han er målt, og "
            "korleis.\n\nEr nullpunktet ikkje målt enno, skriv de når det skal målast og kven som har "
            "ansvaret for det.",
        ),
        None,
    ),
    (
        Bilingual("Personvern", "Personvern"),
        Bilingual(
            "Søknaden sier at personvernkonsekvensene er vurdert, men vurderingen er ikke lagt ved.",
            "Søknaden seier at personvernkonsekvensane er vurderte, men vurderinga er ikkje lagd ved.",
        ),
        Bilingual("Regelverket § 7", "Regelverket § 7"),
    ),
)


def receipt(size: Size, language: str) -> Receipt:
    """Give the receipt of an application sent in the last second, with all there can be."""
    worst = size is Size.WORST
    years = (2026, 2027, 2028) if worst else (2026,)
    unconfirmed = (8, 17) if worst else ()
    return Receipt(
        head=head(size, language),
        scheme=SCHEME,
        call=texts.CALL.in_(language),
        project=project(size, language),
        submitted_at=ONE_SECOND_LEFT,
        submitted_by=Official(name="Ola Nordmann", title="kommunedirektør"),
        deadline=DEADLINE,
        years=tuple(
            YearAsked(year=year, asked=kroner(98_765_432), own_share=OWN_SHARE)
            for year in years
        ),
        partners=tuple(
            ConfirmedPartner(
                name=f"{name} kommune",
                role=(
                    Bilingual("deltaker", "deltakar")
                    if place
                    else Bilingual("hovedsøker", "hovudsøkjar")
                ).in_(language),
                confirmed_on=None if place in unconfirmed else date(2026, 1, 9),
                organisation_number=number,
            )
            for place, (name, number) in enumerate(kommuner(size))
        ),
        checksum=sha256(b"application").hexdigest(),
        law=ACT_OF_2025 if worst else ACT_OF_1967,
        files=tuple(
            ReceivedFile(
                name=name,
                kind=kind.in_(language),
                size=bytes_,
                checksum=sha256(name.encode()).hexdigest(),
            )
            for name, kind, bytes_ in (FILES if worst else FILES[:2])
        ),
        irrelevant=(_not_relevant(language),) if worst else (),
        cost_key=COST_KEYS[CostKey.EQUAL].in_(language) if worst else "",
        shares=_shares(size, Ore(OWN_SHARE * len(years))) if worst else (),
        answer_expected_by=None if worst else date(2026, 2, 16),
    )


def _shares(size: Size, own_share: Ore) -> tuple[AgreedShare, ...]:
    """Divide what the members carry alike; in the budget the lead carries it all."""
    names = [f"{name} kommune" for name, _ in kommuner(size)]
    agreed = costkey.divided(own_share, dict.fromkeys(range(len(names)), 1))
    percent = (Decimal(100) / len(names)).quantize(Decimal("0.01"))
    return tuple(
        AgreedShare(
            name=name,
            percent=percent,
            agreed=agreed[place],
            budgeted=Ore(0) if place else own_share,
        )
        for place, name in enumerate(names)
    )


def _not_relevant(language: str) -> NotRelevant:
    question, because = IRRELEVANT
    return NotRelevant(question=question.in_(language), because=because.in_(language))


def deficiency(size: Size, language: str) -> DeficiencyLetter:
    """Give a letter that asks for one thing, or for much."""
    worst = size is Size.WORST
    return DeficiencyLetter(
        head=head(size, language),
        scheme=SCHEME,
        call=texts.CALL.in_(language),
        project=project(size, language),
        submitted_on=SUBMITTED_ON,
        deficiencies=tuple(
            Deficiency(
                subject=subject.in_(language),
                wanted=wanted.in_(language),
                basis=basis.in_(language) if basis else None,
            )
            for subject, wanted, basis in (DEFICIENCIES if worst else DEFICIENCIES[:1])
        ),
        due_on=date(2026, 3, 2),
        law=ACT_OF_2025 if worst else ACT_OF_1967,
        opened=tuple(one.in_(language) for one in SECTIONS.values()) if worst else (),
    )
