"""The sentences that letters are assembled from, in both forms of Norwegian.

A letter speaks the addressee's form, whatever its reader has chosen for the pages, so these are data and
not catalogue entries.
"""

from applications.models import PartnerRole
from criteria.allocation import Reason
from criteria.completeness import Section
from criteria.costkey import CostKey
from criteria.duties import DutyKind
from criteria.instalments import Trigger
from foundation.language import Bilingual

MAIN_REASONS: dict[Reason, Bilingual] = {
    Reason.FUNDED: Bilingual(
        "Søknaden fikk så mange poeng at den er blant dem som får tilskudd, og rammen rekker til hele "
        "beløpet.",
        "Søknaden fekk så mange poeng at han er blant dei som får tilskot, og ramma rekk til heile "
        "beløpet.",
    ),
    Reason.FUNDED_IN_PART_RATE: Bilingual(
        "Søknaden fikk så mange poeng at den er blant dem som får tilskudd. Ordningen gir mest til dem "
        "som går foran, og beløpet følger satsen for det året prosjektet starter.",
        "Søknaden fekk så mange poeng at han er blant dei som får tilskot. Ordninga gir mest til dei "
        "som går føre, og beløpet følgjer satsen for det året prosjektet startar.",
    ),
    Reason.FUNDED_IN_PART_SHARE: Bilingual(
        "Søknaden fikk så mange poeng at den er blant dem som får tilskudd. For at flere skal få, gir vi "
        "en like stor andel av det søkte beløpet til alle.",
        "Søknaden fekk så mange poeng at han er blant dei som får tilskot. For at fleire skal få, gir vi "
        "ein like stor del av det søkte beløpet til alle.",
    ),
    Reason.FUNDED_IN_PART_FRAME: Bilingual(
        "Søknaden fikk så mange poeng at den er blant dem som får tilskudd, men den var den siste som fikk "
        "plass i rammen. Dere får det som var igjen.",
        "Søknaden fekk så mange poeng at han er blant dei som får tilskot, men han var den siste som fekk "
        "plass i ramma. De får det som var att.",
    ),
    Reason.FUNDED_IN_PART_TRIM: Bilingual(
        "Søknaden fikk så mange poeng at den er blant dem som får tilskudd. Vi har gått gjennom budsjettet, "
        "og dere får det vi kan godkjenne av det.",
        "Søknaden fekk så mange poeng at han er blant dei som får tilskot. Vi har gått gjennom budsjettet, "
        "og de får det vi kan godkjenne av det.",
    ),
    Reason.FUNDED_IN_PART_CAP: Bilingual(
        "Søknaden fikk så mange poeng at den er blant dem som får tilskudd. Dere får det høyeste beløpet "
        "som utlysningen gir til én søknad.",
        "Søknaden fekk så mange poeng at han er blant dei som får tilskot. De får det høgaste beløpet som "
        "utlysinga gir til éin søknad.",
    ),
    Reason.FUNDED_IN_PART_EQUAL: Bilingual(
        "Søknaden fikk nok poeng til å få tilskudd. Rammen rekker ikke til alt det er søkt om, og alle får "
        "den samme andelen.",
        "Søknaden fekk nok poeng til å få tilskot. Ramma rekk ikkje til alt det er søkt om, og alle får den "
        "same delen.",
    ),
    Reason.FUNDED_IN_PART_GROUP: Bilingual(
        "Søknaden fikk så mange poeng at den er blant dem som får tilskudd. Utlysningen setter grenser for "
        "hvordan rammen fordeles, og dere får det det var rom for innenfor dem.",
        "Søknaden fekk så mange poeng at han er blant dei som får tilskot. Utlysinga set grenser for korleis "
        "ramma blir fordelt, og de får det det var rom for innanfor dei.",
    ),
    Reason.ASKS_BELOW_MINIMUM: Bilingual(
        "Søknaden oppfyller kravene, men det den kan få etter reglene i utlysningen, er lavere enn det "
        "minste tilskuddet vi gir.",
        "Søknaden oppfyller krava, men det han kan få etter reglane i utlysinga, er lågare enn det minste "
        "tilskotet vi gir.",
    ),
    Reason.BELOW_MINIMUM: Bilingual(
        "Søknaden oppfyller kravene, men andre søknader fikk flere poeng. Det som var igjen av rammen da vi "
        "kom til denne, var lavere enn det minste tilskuddet vi gir.",
        "Søknaden oppfyller krava, men andre søknader fekk fleire poeng. Det som var att av ramma då vi kom "
        "til denne, var lågare enn det minste tilskotet vi gir.",
    ),
    Reason.GROUP_FULL: Bilingual(
        "Søknaden oppfyller kravene, men utlysningen setter grenser for hvordan rammen fordeles. Innenfor "
        "dem var det ikke rom for denne.",
        "Søknaden oppfyller krava, men utlysinga set grenser for korleis ramma blir fordelt. Innanfor dei "
        "var det ikkje rom for denne.",
    ),
    Reason.PART_TOO_SMALL: Bilingual(
        "Søknaden oppfyller kravene. Rammen rekker ikke til alt det er søkt om, og alle får den samme "
        "andelen. For denne søknaden er andelen lavere enn det minste tilskuddet vi gir.",
        "Søknaden oppfyller krava. Ramma rekk ikkje til alt det er søkt om, og alle får den same delen. For "
        "denne søknaden er delen lågare enn det minste tilskotet vi gir.",
    ),
    Reason.NO_ROOM_IN_FULL: Bilingual(
        "Søknaden oppfyller kravene, men andre søknader fikk flere poeng. Det som var igjen av rammen da vi "
        "kom til denne, rakk ikke til hele beløpet, og utlysningen gir hele beløpet eller ingenting.",
        "Søknaden oppfyller krava, men andre søknader fekk fleire poeng. Det som var att av ramma då vi kom "
        "til denne, rakk ikkje til heile beløpet, og utlysinga gir heile beløpet eller ingenting.",
    ),
    Reason.LIST_ENDED: Bilingual(
        "Søknaden oppfyller kravene, men andre søknader fikk flere poeng. Fordelingen stoppet ved en av dem, "
        "som det ikke var rom for i rammen.",
        "Søknaden oppfyller krava, men andre søknader fekk fleire poeng. Fordelinga stoppa ved ein av dei, "
        "som det ikkje var rom for i ramma.",
    ),
    Reason.OUTSIDE_OPTIMUM: Bilingual(
        "Søknaden oppfyller kravene, men rammen rekker ikke til alle. Vi har valgt den fordelingen som gir "
        "mest til sammen innenfor utlysningens regler, og i den er det ikke rom for denne.",
        "Søknaden oppfyller krava, men ramma rekk ikkje til alle. Vi har valt den fordelinga som gir mest "
        "til saman innanfor reglane i utlysinga, og i den er det ikkje rom for denne.",
    ),
    Reason.FRAME_SPENT: Bilingual(
        "Søknaden oppfyller kravene, men andre søknader fikk flere poeng, og rammen var brukt opp før vi "
        "kom til denne.",
        "Søknaden oppfyller krava, men andre søknader fekk fleire poeng, og ramma var brukt opp før vi kom "
        "til denne.",
    ),
}
"""Why a line has its amount, as whole sentences. What is below a threshold has two of its own."""

BELOW_THRESHOLD = Bilingual(
    "Søknaden oppfyller de formelle kravene, men fikk {points} poeng. Utlysningen krever minst {least}. Den "
    "kan derfor ikke få tilskudd.",
    "Søknaden oppfyller dei formelle krava, men fekk {points} poeng. Utlysinga krev minst {least}. Han kan "
    "difor ikkje få tilskot.",
)
BELOW_ON_A_CRITERION = Bilingual(
    "Søknaden oppfyller de formelle kravene, men karakteren på minst ett av kriteriene er lavere enn "
    "utlysningen krever. Den kan derfor ikke få tilskudd, uansett poengsum.",
    "Søknaden oppfyller dei formelle krava, men karakteren på minst eitt av kriteria er lågare enn utlysinga "
    "krev. Han kan difor ikkje få tilskot, same kva poengsummen er.",
)

LESS_BY_RATE = Bilingual(
    "Satsen for prosjekter som starter dette året, er {percent} prosent av det det søkes om",
    "Satsen for prosjekt som startar dette året, er {percent} prosent av det det blir søkt om",
)
LESS_BY_SHARE = Bilingual(
    "Utlysningen gir høyst {percent} prosent av det det søkes om, så flere kan få tilskudd",
    "Utlysinga gir høgst {percent} prosent av det det blir søkt om, så fleire kan få tilskot",
)
LESS_BY_FRAME = Bilingual(
    "Rammen for utlysningen rakk ikke til hele beløpet",
    "Ramma for utlysinga rakk ikkje til heile beløpet",
)
LESS_BY_EQUAL_PARTS = Bilingual(
    "Rammen for utlysningen rakk ikke til alt det var søkt om, og alle fikk den samme andelen",
    "Ramma for utlysinga rakk ikkje til alt det var søkt om, og alle fekk den same delen",
)
LESS_BY_GROUP = Bilingual(
    "Utlysningen setter grenser for hvordan rammen fordeles",
    "Utlysinga set grenser for korleis ramma blir fordelt",
)
LESS_BY_TRIMMING = Bilingual(
    "Deler av budsjettet kunne ikke godkjennes",
    "Delar av budsjettet kunne ikkje godkjennast",
)
LESS_BY_CAP = Bilingual(
    "Utlysningen har et høyeste beløp for én søknad",
    "Utlysinga har eit høgaste beløp for éin søknad",
)
LESS_BY_ROUNDING = Bilingual(
    "Tilskuddet er rundet ned til hele tusen kroner",
    "Tilskotet er runda ned til heile tusen kroner",
)

LESS_AFTER_REVERSAL = Bilingual(
    "Dette er det fortsatt ikke rom for etter at vi har sett på saken på nytt, se begrunnelsen",
    "Dette er det framleis ikkje rom for etter at vi har sett på saka på nytt, sjå grunngivinga",
)
REVERSED = Bilingual(
    "Vi har sett på saken på nytt etter at det ble klaget. Dette vedtaket gjelder i stedet for det "
    "tidligere vedtaket.",
    "Vi har sett på saka på nytt etter at det vart klaga. Dette vedtaket gjeld i staden for det "
    "tidlegare vedtaket.",
)
"""What begins the reasons of a decision that reverses another."""

SUPPLEMENTED = Bilingual(
    "Det er blitt mer penger å fordele i utlysningen, og de er fordelt etter rangeringen. I det tidligere "
    "vedtaket fikk dere {before}. Nå får dere {more} i tillegg, {amount} til sammen. Dette vedtaket gjelder "
    "i stedet for det tidligere. Har dere allerede akseptert tilskuddet, gjelder svaret også for tillegget, "
    "på de samme vilkårene.",
    "Det er blitt meir pengar å fordele i utlysinga, og dei er fordelte etter rangeringa. I det tidlegare "
    "vedtaket fekk de {before}. No får de {more} i tillegg, {amount} til saman. Dette vedtaket gjeld i "
    "staden for det tidlegare. Har de allereie akseptert tilskotet, gjeld svaret også for tillegget, på dei "
    "same vilkåra.",
)
AWARDED_FROM_RESERVE = Bilingual(
    "Søknaden fikk først avslag. Det er blitt mer penger å fordele i utlysningen, og de er fordelt etter "
    "rangeringen. Nå får dere tilskudd. Dette vedtaket gjelder i stedet for avslaget.",
    "Søknaden fekk først avslag. Det er blitt meir pengar å fordele i utlysinga, og dei er fordelte etter "
    "rangeringa. No får de tilskot. Dette vedtaket gjeld i staden for avslaget.",
)
"""What begins the reasons of a supplementary award: to who had some, and to who was refused."""

LESS_BY: dict[Reason, Bilingual] = {
    Reason.FUNDED_IN_PART_FRAME: LESS_BY_FRAME,
    Reason.FUNDED_IN_PART_EQUAL: LESS_BY_EQUAL_PARTS,
    Reason.FUNDED_IN_PART_GROUP: LESS_BY_GROUP,
    Reason.FUNDED_IN_PART_TRIM: LESS_BY_TRIMMING,
    Reason.FUNDED_IN_PART_CAP: LESS_BY_CAP,
}
"""What took the rest, where it was not the rounding alone."""

PAYMENT = Bilingual(
    "Vi betaler tilskuddet i rater. Tabellen viser hva som må være på plass før vi betaler hver av dem.",
    "Vi betaler tilskotet i ratar. Tabellen viser kva som må vere på plass før vi betaler kvar av dei.",
)
INSTALMENT = Bilingual("{number}. rate, {year}", "{number}. rate, {year}")
WHEN_DUE: dict[Trigger, Bilingual] = {
    Trigger.ACCEPTED: Bilingual(
        "Når dere har akseptert tilskuddet", "Når de har akseptert tilskotet"
    ),
    Trigger.REPORT_APPROVED: Bilingual(
        "Når rapporten for {year} er godkjent", "Når rapporten for {year} er godkjend"
    ),
    Trigger.FINAL_REPORT_APPROVED: Bilingual(
        "Når sluttrapporten er godkjent", "Når sluttrapporten er godkjend"
    ),
    Trigger.ON_DATE: Bilingual("{day}", "{day}"),
}

REPORTS: dict[DutyKind, Bilingual] = {
    DutyKind.STATUS: Bilingual("Statusrapport", "Statusrapport"),
    DutyKind.ANNUAL: Bilingual("Årsrapport med regnskap", "Årsrapport med rekneskap"),
    DutyKind.FINAL: Bilingual("Sluttrapport med regnskap", "Sluttrapport med rekneskap"),
    DutyKind.BENEFITS: Bilingual("Oppfølging av gevinster", "Oppfølging av gevinstar"),
    DutyKind.EXPERIENCE: Bilingual("Deling av erfaringer", "Deling av erfaringar"),
}
WHOLE_PERIOD = Bilingual("hele prosjektperioden", "heile prosjektperioden")

ROLES: dict[PartnerRole, Bilingual] = {
    PartnerRole.LEAD: Bilingual("hovedsøker", "hovudsøkjar"),
    PartnerRole.PARTICIPANT: Bilingual("deltaker", "deltakar"),
    PartnerRole.OBSERVER: Bilingual("observatør", "observatør"),
}

COST_KEYS: dict[CostKey, Bilingual] = {
    CostKey.POPULATION: Bilingual("etter innbyggertall", "etter innbyggjartal"),
    CostKey.EQUAL: Bilingual("likt på alle", "likt på alle"),
    CostKey.CUSTOM: Bilingual("etter avtalte prosenter", "etter avtalte prosentar"),
}

CASE_OFFICER = Bilingual("saksbehandler", "saksbehandlar")
FORMERLY = Bilingual("tidligere", "tidlegare")
DECISION_MAKER = Bilingual("vedtaksmyndighet", "vedtaksmynde")
FOR_THE_LEAD = Bilingual("på vegne av hovedsøkeren", "på vegner av hovudsøkjaren")

DRAFT_NOTICE = Bilingual(
    "UTKAST – ikke kunngjort, og kan bli endret", "UTKAST – ikkje kunngjort, og kan bli endra"
)
DEMO_NOTICE = Bilingual(
    "Eksempel med oppdiktede opplysninger.",
    "Døme med oppdikta opplysningar.",
)

REQUIREMENTS_OF_CALL = Bilingual("Kravene i utlysningen", "Krava i utlysinga")
REGULATION_PREFIX = Bilingual("Regelverk for ", "Regelverk for ")
WHAT_IS_MISSING = Bilingual("Dette mangler", "Dette manglar")
SECTIONS: dict[Section, Bilingual] = {
    Section.ACTIVITIES: Bilingual("Aktiviteter", "Aktivitetar"),
    Section.QUESTIONS: Bilingual("Spørsmål", "Spørsmål"),
    Section.ATTACHMENTS: Bilingual("Vedlegg", "Vedlegg"),
}
"""The parts of an application that may be opened for correction."""
OTHER_DOCUMENT = Bilingual("Annet", "Anna")
