"""Ledger, instalments and recipients, as a controller takes them out."""

from figures.catalogue import shared
from figures.catalogue.columns import Column, Kind, Unit, moment, money, same, text, whole
from figures.catalogue.keyfigures import COMMITTED, PAID, REMAINING
from figures.catalogue.tables import Table
from foundation.language import Bilingual

_AMOUNT = money(
    "amount",
    Bilingual("Beløp", "Beløp"),
    Bilingual(
        "Beløpet med fortegn. Det som tar tilbake, er negativt.",
        "Beløpet med forteikn. Det som tek tilbake, er negativt.",
    ),
)
_INSTALMENT = money("amount", same("Beløp"), Bilingual("Ratens beløp.", "Beløpet i raten."))

LEDGER = Table(
    "ledger",
    Bilingual("Hovedbok", "Hovudbok"),
    Bilingual(
        "Alle posteringer i budsjettåret, i den rekkefølgen de er bokført.",
        "Alle posteringar i budsjettåret, i den rekkjefølgja dei er bokførte.",
    ),
    (
        whole(
            "entry",
            Bilingual("Bilag", "Bilag"),
            Unit.NONE,
            Bilingual("Posteringens nummer.", "Nummeret til posteringa."),
        ),
        Column(
            "booked_on",
            Bilingual("Bokført", "Bokført"),
            Kind.DATE,
            Bilingual("Bokføringsdatoen.", "Bokføringsdatoen."),
        ),
        shared.BUDGET_YEAR,
        shared.BUDGET_POST,
        Column(
            "figure",
            Bilingual("Telles som", "Blir talt som"),
            Kind.CODE,
            Bilingual(
                "Hvilken sum posteringen hører til: bevilget, tilsagn, utbetalt, krav eller renter på krav.",
                "Kva sum posteringa høyrer til: løyvd, tilsegn, utbetalt, krav eller renter på krav.",
            ),
        ),
        Column(
            "kind",
            Bilingual("Type", "Type"),
            Kind.CODE,
            Bilingual("Hva slags postering det er.", "Kva slags postering det er."),
        ),
        shared.CASE_NUMBER,
        shared.CALL,
        text("text", same("Tekst"), Bilingual("Posteringens tekst.", "Teksten til posteringa.")),
        _AMOUNT,
        whole(
            "counters",
            Bilingual("Retter bilag", "Rettar bilag"),
            Unit.NONE,
            Bilingual("Bilaget som en motpostering retter.", "Bilaget som ei motpostering rettar."),
        ),
        text(
            "posted_by",
            Bilingual("Bokført av", "Bokført av"),
            Bilingual(
                "Den som bokførte. Tomt for systemet.", "Den som bokførte. Tomt for systemet."
            ),
        ),
        moment(
            "posted_at",
            Bilingual("Registrert", "Registrert"),
            Bilingual("Da posteringen ble skrevet.", "Då posteringa vart skriven."),
        ),
        text(
            "recipient",
            Bilingual("Mottaker", "Mottakar"),
            Bilingual(
                "Den pengene går til eller kommer fra. Tomt der ingen penger skifter hender.",
                "Den pengane går til eller kjem frå. Tomt der ingen pengar skifter hender.",
            ),
        ),
        Column(
            "happened_on",
            Bilingual("Gjelder dagen", "Gjeld dagen"),
            Kind.DATE,
            Bilingual(
                "Dagen beløpet hører til, når den var i en måned som allerede var avsluttet, eller "
                "en annen enn bokføringsdatoen.",
                "Dagen beløpet høyrer til, når han var i ein månad som alt var avslutta, eller ein "
                "annan enn bokføringsdatoen.",
            ),
        ),
        whole(
            "movement",
            Bilingual("Flytting", "Flytting"),
            Unit.NONE,
            Bilingual(
                "Nummeret til omdisponeringen, overføringen eller en annen flytting som posteringen er "
                "en del av. Hjemmelen står på siden til flyttingen.",
                "Nummeret til omdisponeringa, overføringa eller ei anna flytting som posteringa er ein "
                "del av. Heimelen står på sida til flyttinga.",
            ),
        ),
        whole(
            "reclaim",
            Bilingual("Krav", "Krav"),
            Unit.NONE,
            Bilingual(
                "Nummeret til saken om tilbakebetaling eller avkorting.",
                "Nummeret til saka om tilbakebetaling eller avkorting.",
            ),
        ),
    ),
    _AMOUNT,
)

INSTALMENTS = Table(
    "instalments",
    Bilingual("Rater", "Ratar"),
    Bilingual(
        "Ratene i budsjettåret, betalt eller ikke.", "Ratane i budsjettåret, betalte eller ikkje."
    ),
    (
        shared.CASE_NUMBER,
        shared.LEAD,
        shared.BUDGET_YEAR,
        whole(
            "number",
            Bilingual("Rate", "Rate"),
            Unit.NONE,
            Bilingual("Ratens nummer i vedtaket.", "Nummeret til raten i vedtaket."),
        ),
        _INSTALMENT,
        Column(
            "state",
            same("Status"),
            Kind.CODE,
            Bilingual("Hvor langt raten er kommet.", "Kor langt raten er komen."),
        ),
        Column(
            "trigger",
            Bilingual("Utløses", "Blir utløyst"),
            Kind.CODE,
            Bilingual("Hva som gjør at raten forfaller.", "Kva som gjer at raten forfell."),
        ),
        moment(
            "due_at",
            Bilingual("Forfalt", "Forfalle"),
            Bilingual("Da raten forfalt.", "Då raten forfall."),
        ),
        moment(
            "attested_at",
            same("Attestert"),
            Bilingual("Da raten ble attestert.", "Då raten vart attestert."),
        ),
        text(
            "attested_by",
            same("Attestert av"),
            Bilingual("Den som attesterte.", "Den som attesterte."),
        ),
        moment(
            "authorised_at",
            Bilingual("Anvist", "Tilvist"),
            Bilingual("Da raten ble anvist og bokført.", "Då raten vart tilvist og bokført."),
        ),
        text(
            "authorised_by",
            Bilingual("Anvist av", "Tilvist av"),
            Bilingual("Den som anviste.", "Den som tilviste."),
        ),
        text(
            "account",
            Bilingual("Kontonummer", "Kontonummer"),
            Bilingual("Kontoen raten betales til.", "Kontoen raten blir betalt til."),
        ),
        whole(
            "entry",
            Bilingual("Bilag", "Bilag"),
            Unit.NONE,
            Bilingual("Utbetalingens postering.", "Posteringa til utbetalinga."),
        ),
    ),
    _INSTALMENT,
)

RECIPIENTS = Table(
    "recipients",
    Bilingual("Mottakere", "Mottakarar"),
    Bilingual(
        "Hovedsøkere som det er gitt tilsagn til eller utbetalt til i budsjettåret.",
        "Hovudsøkjarar som det er gitt tilsegn til eller utbetalt til i budsjettåret.",
    ),
    (
        text(
            "recipient",
            Bilingual("Mottaker", "Mottakar"),
            Bilingual("Organisasjonens navn.", "Namnet på organisasjonen."),
        ),
        text(
            "organisation_number",
            same("Organisasjonsnummer"),
            Bilingual(
                "Tomt der organisasjonsnummeret ikke er kjent.",
                "Tomt der organisasjonsnummeret ikkje er kjent.",
            ),
        ),
        Column(
            "recipient_kind",
            Bilingual("Organisasjonstype", "Organisasjonstype"),
            Kind.CODE,
            Bilingual("Hva slags organisasjon det er.", "Kva slags organisasjon det er."),
        ),
        whole(
            "cases",
            Bilingual("Saker", "Saker"),
            Unit.APPLICATIONS,
            Bilingual(
                "Saker med tilsagn eller utbetaling i utvalget.",
                "Saker med tilsegn eller utbetaling i utvalet.",
            ),
        ),
        COMMITTED,
        PAID,
        REMAINING,
    ),
    COMMITTED,
)
