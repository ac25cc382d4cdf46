"""The key figures: what each counts. Pages, sheets and the interface for research say it by these."""

from figures.catalogue.columns import Column, Kind, Unit, money, same, whole
from foundation.language import Bilingual

APPLICATIONS = whole(
    "applications",
    same("Søknader"),
    Unit.APPLICATIONS,
    Bilingual(
        "Søknader som er sendt inn, også de som senere er trukket. Hver søknad telles én gang.",
        "Søknader som er sende inn, også dei som seinare er trekte. Kvar søknad blir teld éin gong.",
    ),
)
ASKED = money(
    "asked",
    Bilingual("Søkt beløp", "Søkt beløp"),
    Bilingual(
        "Summen av det søknadene som er sendt inn, ber om i tilskudd for hele perioden.",
        "Summen av det søknadene som er sende inn, ber om i tilskot for heile perioden.",
    ),
)
AWARDED = whole(
    "awarded",
    Bilingual("Innvilget", "Innvilga"),
    Unit.APPLICATIONS,
    Bilingual(
        "Søknader der gjeldende vedtak er sendt ut og innvilger hele eller deler av beløpet, "
        "også når tilskuddet senere er takket nei til eller er falt bort.",
        "Søknader der gjeldande vedtak er sendt ut og innvilgar heile eller delar av beløpet, "
        "også når det seinare er takka nei til tilskotet eller det er falle bort.",
    ),
)
REFUSED = whole(
    "refused",
    Bilingual("Avslått", "Avslått"),
    Unit.APPLICATIONS,
    Bilingual(
        "Søknader der gjeldende vedtak er sendt ut og gir avslag etter vurdering.",
        "Søknader der gjeldande vedtak er sendt ut og gir avslag etter vurdering.",
    ),
)
REJECTED = whole(
    "rejected",
    Bilingual("Avvist", "Avvist"),
    Unit.APPLICATIONS,
    Bilingual(
        "Søknader som ikke oppfylte vilkårene, og der vedtaket om avvisning er sendt ut.",
        "Søknader som ikkje oppfylte vilkåra, og der vedtaket om avvising er sendt ut.",
    ),
)
WITHDRAWN = whole(
    "withdrawn",
    Bilingual("Trukket", "Trekt"),
    Unit.APPLICATIONS,
    Bilingual(
        "Søknader som søkeren trakk etter at de var sendt inn.",
        "Søknader som søkjaren trekte etter at dei var sende inn.",
    ),
)
UNDECIDED = whole(
    "undecided",
    Bilingual("Til behandling", "Til behandling"),
    Unit.APPLICATIONS,
    Bilingual(
        "Søknader som er sendt inn og ikke trukket, og som ikke har fått vedtak som er sendt ut.",
        "Søknader som er sende inn og ikkje trekte, og som ikkje har fått vedtak som er sendt ut.",
    ),
)
GRANTED = money(
    "granted",
    Bilingual("Innvilget beløp", "Innvilga beløp"),
    Bilingual(
        "Summen av gjeldende vedtak som er sendt ut. Et tilskudd til flere kommuner sammen telles "
        "én gang.",
        "Summen av gjeldande vedtak som er sende ut. Eit tilskot til fleire kommunar saman blir "
        "talt éin gong.",
    ),
)
COMMITTED = money(
    "committed",
    Bilingual("Tilsagn", "Tilsegn"),
    Bilingual(
        "Tilsagn i hovedboka når det som er falt bort eller takket nei til, er trukket fra.",
        "Tilsegn i hovudboka når det som er falle bort eller takka nei til, er trekt frå.",
    ),
)
PAID = money(
    "paid",
    Bilingual("Utbetalt", "Utbetalt"),
    Bilingual(
        "Utbetalinger i hovedboka når det som er kommet i retur eller betalt tilbake, er trukket "
        "fra.",
        "Utbetalingar i hovudboka når det som er kome i retur eller betalt tilbake, er trekt frå.",
    ),
)
REMAINING = money(
    "remaining",
    Bilingual("Ikke utbetalt", "Ikkje utbetalt"),
    Bilingual("Tilsagn som ennå ikke er utbetalt.", "Tilsegn som enno ikkje er utbetalte."),
)
INTEREST_LEFT = money(
    "interest_left",
    Bilingual("Renter som gjenstår", "Renter som står att"),
    Bilingual(
        "Renter på krav som er beregnet og ikke betalt eller avskrevet. De er inntekter for staten og ikke "
        "en del av noe tilskudd.",
        "Renter på krav som er rekna ut og ikkje betalte eller avskrivne. Dei er inntekter for staten og "
        "ikkje ein del av noko tilskot.",
    ),
)
FRAME = money(
    "frame",
    Bilingual("Ramme", "Ramme"),
    Bilingual(
        "Det utlysningen kan dele ut, med det den senere har fått i tillegg.",
        "Det utlysinga kan dele ut, med det ho seinare har fått i tillegg.",
    ),
)
UNUSED = money(
    "unused",
    Bilingual("Ubrukt ramme", "Ubrukt ramme"),
    Bilingual(
        "Rammen for utlysningen når tilsagnene er trukket fra.",
        "Ramma for utlysinga når tilsegnene er trekte frå.",
    ),
)
APPROPRIATED = money(
    "appropriated",
    Bilingual("Bevilget", "Løyvd"),
    Bilingual(
        "Bevilgning som er bokført for budsjettåret, med det som er overført mellom år.",
        "Løyving som er bokført for budsjettåret, med det som er overført mellom år.",
    ),
)
AVAILABLE = money(
    "available",
    Bilingual("Ledig", "Ledig"),
    Bilingual(
        "Bevilgning som det ennå ikke er gitt tilsagn om.",
        "Løyving som det enno ikkje er gitt tilsegn om.",
    ),
)
MUNICIPALITIES = whole(
    "municipalities",
    Bilingual("Kommuner som er nådd", "Kommunar som er nådde"),
    Unit.MUNICIPALITIES,
    Bilingual(
        "Kommuner som er hovedsøker eller deltaker i minst ett innvilget tilskudd som verken er "
        "takket nei til eller har falt bort. Hver kommune telles én gang, uansett hvor mange "
        "tilskudd den er med i.",
        "Kommunar som er hovudsøkjar eller deltakar i minst eitt innvilga tilskot som det verken er "
        "takka nei til eller som har falle bort. Kvar kommune blir teld éin gong, uansett kor mange "
        "tilskot han er med i.",
    ),
)
COVERAGE = Column(
    "coverage",
    Bilingual("Andel av kommunene", "Del av kommunane"),
    Kind.SHARE,
    Bilingual(
        "Kommuner som er nådd, delt på alle kommuner i landet eller i gruppen.",
        "Kommunar som er nådde, delt på alle kommunar i landet eller i gruppa.",
    ),
    Unit.PERCENT,
)

STANDING = whole(
    "standing",
    Bilingual("Tilskudd som gjelder", "Tilskot som gjeld"),
    Unit.AWARDS,
    Bilingual(
        "Innvilgede tilskudd som verken er takket nei til eller har falt bort. De står enkeltvis "
        "under Tildelte tilskudd.",
        "Innvilga tilskot som det verken er takka nei til eller som har falle bort. Dei står "
        "enkeltvis under Tildelte tilskot.",
    ),
)
WAITED = whole(
    "waited",
    Bilingual("Tid fra søknadsfrist til vedtak", "Tid frå søknadsfrist til vedtak"),
    Unit.DAYS,
    Bilingual(
        "Dager fra siste dag i utlysningen til det første vedtaket i saken ble sendt ut. «I midten» "
        "er medianen: like mange ventet kortere som lenger. Saker uten vedtak er ikke med.",
        "Dagar frå siste dag i utlysinga til det første vedtaket i saka vart sendt ut. «I midten» "
        "er medianen: like mange venta kortare som lenger. Saker utan vedtak er ikkje med.",
    ),
)
INHABITANTS = whole(
    "inhabitants",
    Bilingual("Innbyggere utenom Helse Midt-Norge", "Innbyggjarar utanom Helse Midt-Noreg"),
    Unit.INHABITANTS,
    Bilingual(
        "Innbyggere 1. januar i kommuner som er nådd og ikke hører til Helse Midt-Norge, av alle "
        "innbyggere i kommuner som ikke hører dit.",
        "Innbyggjarar 1. januar i kommunar som er nådde og ikkje høyrer til Helse Midt-Noreg, av "
        "alle innbyggjarar i kommunar som ikkje høyrer dit.",
    ),
)
LED = money(
    "led",
    Bilingual("Innvilget til hovedsøkere", "Innvilga til hovudsøkjarar"),
    Bilingual(
        "Tilskudd som gjelder, ført på kommunen som er hovedsøker. Et tilskudd til flere kommuner "
        "sammen telles én gang, hos hovedsøkeren. Det som ledes av andre enn kommuner, er ikke med.",
        "Tilskot som gjeld, ført på kommunen som er hovudsøkjar. Eit tilskot til fleire kommunar "
        "saman blir talt éin gong, hos hovudsøkjaren. Det andre enn kommunar leier, er ikkje med.",
    ),
)
PER_INHABITANT = money(
    "per_inhabitant",
    Bilingual("Per innbygger", "Per innbyggjar"),
    Bilingual(
        "Innvilget til hovedsøkere, delt på alle innbyggere i gruppen 1. januar, også i kommuner "
        "som ikke er nådd.",
        "Innvilga til hovudsøkjarar, delt på alle innbyggjarar i gruppa 1. januar, også i kommunar "
        "som ikkje er nådde.",
    ),
)
KEY_FIGURES = (
    APPLICATIONS, ASKED, AWARDED, REFUSED, REJECTED, WITHDRAWN, UNDECIDED, GRANTED, COMMITTED,
    PAID, REMAINING, FRAME, UNUSED, APPROPRIATED, AVAILABLE, MUNICIPALITIES, COVERAGE, INHABITANTS,
    LED, PER_INHABITANT, WAITED,
)  # fmt: skip
"""Every key figure of the office once."""
FOR_EVERYBODY = (APPLICATIONS, ASKED, AWARDED, GRANTED, STANDING, MUNICIPALITIES, COVERAGE)
"""Those on the page that everybody may read."""
