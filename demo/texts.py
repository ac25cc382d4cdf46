"""Sentences for made-up applications and assessments, in bokmål and nynorsk."""

from random import Random

from foundation.language import Bilingual

PROJECTS = (
    Bilingual("Felles innføring av ny pasientjournal i {area}",
              "Felles innføring av ny pasientjournal i {area}"),
    Bilingual("Samordnet overgang til skybasert journal i {area}",
              "Samordna overgang til skybasert journal i {area}"),
    Bilingual("Bedre samhandling om legemidler i {area}",
              "Betre samhandling om legemiddel i {area}"),
    Bilingual("Felles prosjektleder og opplæring i {area}",
              "Felles prosjektleiar og opplæring i {area}"),
    Bilingual("Konsolidering av journalsystemer i {area}",
              "Konsolidering av journalsystem i {area}"),
    Bilingual("Bedre bruk av journalen i helsestasjon og skolehelsetjeneste i {area}",
              "Betre bruk av journalen i helsestasjon og skulehelseteneste i {area}"),
    Bilingual("Felles behovsbeskrivelse og leverandørdialog i {area}",
              "Felles behovsskildring og leverandørdialog i {area}"),
)
SENTENCES = (
    Bilingual(
        "Kommunene har kartlagt behovene sammen og er enige om hva som skal løses først.",
        "Kommunane har kartlagt behova saman og er samde om kva som skal løysast først.",
    ),
    Bilingual(
        "De ansatte bruker i dag for mye tid på å lete etter opplysninger i flere systemer.",
        "Dei tilsette bruker i dag for mykje tid på å leite etter opplysningar i fleire system.",
    ),
    Bilingual(
        "Prosjektet har en felles styringsgruppe med deltakere fra alle kommunene.",
        "Prosjektet har ei felles styringsgruppe med deltakarar frå alle kommunane.",
    ),
    Bilingual(
        "Vi bygger på erfaringer fra nabokommuner som har gjort det samme tidligere.",
        "Vi byggjer på erfaringar frå nabokommunar som har gjort det same tidlegare.",
    ),
    Bilingual(
        "Brukere og pårørende er med i arbeidet gjennom brukerutvalget.",
        "Brukarar og pårørande er med i arbeidet gjennom brukarutvalet.",
    ),
    Bilingual(
        "Helsefellesskapet er orientert og stiller med fagpersoner fra sykehuset.",
        "Helsefellesskapet er orientert og stiller med fagpersonar frå sjukehuset.",
    ),
    Bilingual(
        "Opplæringen skjer i små grupper, og vikarer tar vaktene imens.",
        "Opplæringa skjer i små grupper, og vikarar tek vaktene så lenge.",
    ),
    Bilingual(
        "Uten tilskudd må kommunene ta innføringen hver for seg og over lengre tid.",
        "Utan tilskot må kommunane ta innføringa kvar for seg og over lengre tid.",
    ),
    Bilingual(
        "Nullpunktet måles før oppstart, og målingene gjentas hvert år.",
        "Nullpunktet blir målt før oppstart, og målingane blir gjentekne kvart år.",
    ),
    Bilingual(
        "Den største risikoen er at nøkkelpersoner ikke får frigjort tid. Derfor er tiden avtalt skriftlig.",
        "Den største risikoen er at nøkkelpersonar ikkje får frigjort tid. Difor er tida avtalt skriftleg.",
    ),
    Bilingual(
        "Kravene i Normen og de obligatoriske standardene er lagt inn i prosjektplanen.",
        "Krava i Normen og dei obligatoriske standardane er lagde inn i prosjektplanen.",
    ),
    Bilingual(
        "Erfaringene deles i det regionale digitaliseringsnettverket to ganger i året.",
        "Erfaringane blir delte i det regionale digitaliseringsnettverket to gonger i året.",
    ),
)
PRAISE = (
    "Søknaden viser dette tydelig, med mål, ansvar og tidsplan som henger sammen.",
    "Beskrivelsen er konkret og dekker alle deltakerne i samarbeidet.",
    "Planen er gjennomarbeidet, og søkeren viser til erfaring fra lignende arbeid.",
)
MIDDLING = (
    "Søknaden svarer på kriteriet, men det er uklart hvem som har ansvaret underveis.",
    "Hovedtrekkene er beskrevet, men det mangler mål som kan etterprøves.",
    "Planen er grei, men flere av deltakerne er lite synlige i den.",
)
BLAME = (
    "Søknaden svarer bare delvis på kriteriet og viser ikke hvordan det skal følges opp.",
    "Beskrivelsen er generell og sier lite om hva deltakerne skal gjøre.",
    "Vi finner ikke dokumentasjon for påstandene i søknaden.",
)
GOOD, FAIR = 4, 3


def title(rng: Random, language: str, area: str) -> str:
    """Name a project."""
    return rng.choice(PROJECTS).in_(language).format(area=area)


def prose(rng: Random, language: str, sentences: int = 3) -> str:
    """Write a few sentences that could stand in an application."""
    return " ".join(one.in_(language) for one in rng.sample(SENTENCES, sentences))


def verdict(rng: Random, points: int) -> str:
    """Write a case officer's reason that fits a mark."""
    return rng.choice(PRAISE if points >= GOOD else MIDDLING if points == FAIR else BLAME)
