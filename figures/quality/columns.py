"""What every column of the marking's quality holds, in both languages."""

from dataclasses import dataclass

from figures.catalogue.columns import same
from foundation.language import Bilingual


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's name and what it holds."""

    name: Bilingual
    definition: Bilingual


_CRITERION = Heading(
    Bilingual("Kriterium", "Kriterium"),
    Bilingual(
        "Tildelingskriteriet, eller samlet poengsum: det hver vurderers karakterer alene ville gitt.",
        "Tildelingskriteriet, eller samla poengsum: det karakterane til kvar vurderar åleine ville gitt.",
    ),
)
_FROM = Heading(
    Bilingual("Fra", "Frå"),
    Bilingual(
        "Nedre grense for intervallet, med 95 prosents sikkerhet.",
        "Nedre grense for intervallet, med 95 prosent tryggleik.",
    ),
)
_TO = Heading(
    Bilingual("Til", "Til"),
    Bilingual(
        "Øvre grense for intervallet, med 95 prosents sikkerhet.",
        "Øvre grense for intervallet, med 95 prosent tryggleik.",
    ),
)
CRITERIA = (
    _CRITERION,
    Heading(
        same("Krippendorffs alfa"),
        Bilingual(
            "Hvor enige vurdererne er utover det tilfeldigheter ville gitt: 1 er helt enige, 0 er som "
            "tilfeldig. Ordinal skala for karakterer, intervallskala for poengsum.",
            "Kor samde vurderarane er utover det slump ville gitt: 1 er heilt samde, 0 er som tilfeldig. "
            "Ordinal skala for karakterar, intervallskala for poengsum.",
        ),
    ),
    _FROM,
    _TO,
    Heading(
        Bilingual("Saker", "Saker"),
        Bilingual("Saker som minst to har vurdert.", "Saker som minst to har vurdert."),
    ),
    Heading(
        Bilingual("I ord", "I ord"),
        Bilingual(
            "Krippendorff (2004): fra 0,800 pålitelig, fra 0,667 bare til foreløpige slutninger.",
            "Krippendorff (2004): frå 0,800 påliteleg, frå 0,667 berre til førebels slutningar.",
        ),
    ),
)
_OFFICER = Heading(
    Bilingual("Vurderer", "Vurderar"),
    Bilingual("Den som har satt karakterene.", "Den som har sett karakterane."),
)
PAIRS = (
    _CRITERION,
    _OFFICER,
    Heading(
        Bilingual("Andre vurderer", "Andre vurderar"),
        Bilingual("Den andre i paret.", "Den andre i paret."),
    ),
    Heading(
        Bilingual("Saker", "Saker"),
        Bilingual("Saker som begge har vurdert.", "Saker som begge har vurdert."),
    ),
    Heading(
        Bilingual("Like", "Like"),
        Bilingual(
            "Saker der begge har satt samme karakter.",
            "Saker der begge har sett same karakter.",
        ),
    ),
    Heading(
        Bilingual("Vektet kappa", "Vekta kappa"),
        Bilingual(
            "Cohens kappa med lineære vekter: en uenighet på to trinn teller dobbelt så mye som en på ett. "
            "1 er helt enige, 0 er som tilfeldig.",
            "Cohens kappa med lineære vekter: ei usemje på to trinn tel dobbelt så mykje som ei på eitt. "
            "1 er heilt samde, 0 er som tilfeldig.",
        ),
    ),
    _FROM,
    _TO,
    Heading(
        Bilingual("I ord", "I ord"),
        Bilingual(
            "Altman (1991): til 0,20 dårlig, til 0,40 svak, til 0,60 moderat, til 0,80 god, over det svært "
            "god.",
            "Altman (1991): til 0,20 dårleg, til 0,40 svak, til 0,60 moderat, til 0,80 god, over det "
            "svært god.",
        ),
    ),
)
OFFICERS = (
    _CRITERION,
    _OFFICER,
    Heading(
        Bilingual("Saker", "Saker"),
        Bilingual("Saker vurdereren har vurdert.", "Saker vurderaren har vurdert."),
    ),
    Heading(
        Bilingual("Gjennomsnitt", "Gjennomsnitt"),
        Bilingual(
            "Gjennomsnittet av vurdererens karakterer.",
            "Gjennomsnittet av karakterane til vurderaren.",
        ),
    ),
    Heading(
        Bilingual("Standardavvik", "Standardavvik"),
        Bilingual(
            "Hvor mye karakterene sprer seg om gjennomsnittet.",
            "Kor mykje karakterane spreier seg om gjennomsnittet.",
        ),
    ),
    Heading(
        Bilingual("Lavest", "Lågast"),
        Bilingual("Den laveste karakteren.", "Den lågaste karakteren."),
    ),
    Heading(
        Bilingual("Høyest", "Høgast"),
        Bilingual("Den høyeste karakteren.", "Den høgaste karakteren."),
    ),
    Heading(
        Bilingual("Felles saker", "Felles saker"),
        Bilingual(
            "Saker som også andre har vurdert.",
            "Saker som òg andre har vurdert.",
        ),
    ),
    Heading(
        Bilingual("Over de andre", "Over dei andre"),
        Bilingual(
            "Hvor mye høyere vurdereren ligger enn de andre i de samme sakene, i gjennomsnitt. Under 0 er "
            "lavere.",
            "Kor mykje høgare vurderaren ligg enn dei andre i dei same sakene, i gjennomsnitt. Under 0 er "
            "lågare.",
        ),
    ),
    _FROM,
    _TO,
    Heading(
        Bilingual("Endring per ti saker", "Endring per ti saker"),
        Bilingual(
            "Hvor mye karakteren endrer seg for hver tiende sak vurdereren leser, etter en rett linje.",
            "Kor mykje karakteren endrar seg for kvar tiande sak vurderaren les, etter ei rett linje.",
        ),
    ),
    _FROM,
    _TO,
)
