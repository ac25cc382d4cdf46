"""The scheme's own words: one letter's texts changed from the second year, and nynorsk for the neutral."""

from datetime import date, datetime

from decisions import services
from decisions.letterkinds import LetterKind
from decisions.lettertexts import shipped
from demo.people import Cast
from foundation.language import NYNORSK, Bilingual
from grants import queries as grants

FROM = date(2025, 1, 1)
CHANGES = Bilingual(
    "Må dere endre prosjektet, søker dere om det i søknadsportalen før dere gjør det. Det gjelder når dere "
    "vil bruke tilskuddet til andre aktiviteter, flytte penger mellom år, bytte ut deltakere eller endre "
    "planen vesentlig.",
    "Må de endre prosjektet, søkjer de om det i søknadsportalen før de gjer det. Det gjeld når de vil bruke "
    "tilskotet til andre aktivitetar, flytte pengar mellom år, byte ut deltakarar eller endre planen "
    "vesentleg.",
)


def word_letters(cast: Cast, *, at: datetime) -> None:
    """Let the administrator say in other words what to do about changes, from the second year on."""
    scheme = grants.scheme()
    services.save_texts(
        scheme, LetterKind.AWARD, {**shipped(LetterKind.AWARD), "changes": CHANGES},
        valid_from=FROM, seen=1, by=cast.administrator, at=at,
    )  # fmt: skip
    services.choose_neutral_form(grants.scheme(), NYNORSK, by=cast.administrator, at=at)
