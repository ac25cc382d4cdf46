"""The sentences of the rule sheet, in both forms of Norwegian."""

from enum import StrEnum

from accounts.models import OrganisationKind
from criteria.allocation import Method
from criteria.eligibility import Enough, MidtNorge
from criteria.instalments import Trigger
from criteria.paying import LocalDecisions
from criteria.scoring import Settling
from foundation.language import Bilingual
from grants.models import RuleKey

WHO = Bilingual("Hvem som kan søke", "Kven som kan søkje")
MONEY = Bilingual("Penger", "Pengar")
TIME = Bilingual("Tid", "Tid")
USE = Bilingual("Hva tilskuddet kan brukes til", "Kva tilskotet kan brukast til")
JUDGING = Bilingual("Slik blir søknadene vurdert", "Slik blir søknadene vurderte")
AFTERWARDS = Bilingual("Når dere har fått tilskudd", "Når de har fått tilskot")

KINDS: dict[OrganisationKind, Bilingual] = {
    OrganisationKind.MUNICIPALITY: Bilingual("kommuner", "kommunar"),
    OrganisationKind.COUNTY: Bilingual("fylkeskommuner", "fylkeskommunar"),
    OrganisationKind.HEALTH_TRUST: Bilingual("helseforetak", "helseføretak"),
    OrganisationKind.REGIONAL_HEALTH_AUTHORITY: Bilingual(
        "regionale helseforetak", "regionale helseføretak"
    ),
    OrganisationKind.INTERMUNICIPAL_COMPANY: Bilingual(
        "interkommunale selskaper (IKS)", "interkommunale selskap (IKS)"
    ),
    OrganisationKind.MUNICIPAL_TASK_COMMUNITY: Bilingual(
        "kommunale oppgavefellesskap", "kommunale oppgåvefellesskap"
    ),
    OrganisationKind.INTERMUNICIPAL_COUNCIL: Bilingual(
        "interkommunale politiske råd", "interkommunale politiske råd"
    ),
    OrganisationKind.INTEREST_ORGANISATION: Bilingual(
        "interesseorganisasjoner", "interesseorganisasjonar"
    ),
    OrganisationKind.AGENCY: Bilingual("statlige virksomheter", "statlege verksemder"),
    OrganisationKind.RESEARCH: Bilingual("forskningsinstitusjoner", "forskingsinstitusjonar"),
}
"""The kinds of organisation in the middle of a sentence."""
AND = Bilingual(" og ", " og ")

LEADS = Bilingual("Hovedsøker kan være: {kinds}.", "Hovudsøkjar kan vere: {kinds}.")
ONLY_LEAD = Bilingual(
    "Utlysningen er bare for {name}. Ingen andre kan være hovedsøker.",
    "Utlysinga er berre for {name}. Ingen andre kan vere hovudsøkjar.",
)
PARTNERS = Bilingual(
    "Disse kan delta uten å være hovedsøker: {kinds}.",
    "Desse kan delta utan å vere hovudsøkjar: {kinds}.",
)
ONE_LEAD = Bilingual(
    "Én organisasjon er hovedsøker og svarer for tilskuddet overfor staten. En organisasjon kan være "
    "hovedsøker for bare én søknad i utlysningen.",
    "Éin organisasjon er hovudsøkjar og svarer for tilskotet overfor staten. Ein organisasjon kan vere "
    "hovudsøkjar for berre éin søknad i utlysinga.",
)
CONFIRMED = Bilingual(
    "Alle deltakere må bekrefte sin del før søknaden kan sendes inn. Observatører bekrefter ikke og teller "
    "ikke med.",
    "Alle deltakarar må stadfeste sin del før søknaden kan sendast inn. Observatørar stadfestar ikkje og "
    "tel ikkje med.",
)
ALONE = Bilingual("Én kommune kan søke alene.", "Éin kommune kan søkje åleine.")
FRAME = Bilingual(
    "Utlysningen kan dele ut inntil {frame}.", "Utlysinga kan dele ut inntil {frame}."
)
METHODS: dict[Method, Bilingual] = {
    Method.FULL_UNTIL_SPENT: Bilingual(
        "De høyest rangerte søknadene får det de ber om, så langt rammen rekker.",
        "Dei høgast rangerte søknadene får det dei ber om, så langt ramma rekk.",
    ),
    Method.SHARE_OF_ASKED: Bilingual(
        "De høyest rangerte søknadene får en andel av det de ber om, så langt rammen rekker.",
        "Dei høgast rangerte søknadene får ein del av det dei ber om, så langt ramma rekk.",
    ),
    Method.FULL_OR_NOTHING: Bilingual(
        "De høyest rangerte søknadene får alt de ber om. Fordelingen stopper ved den første det ikke er "
        "rom for.",
        "Dei høgast rangerte søknadene får alt dei ber om. Fordelinga stoppar ved den første det ikkje er "
        "rom for.",
    ),
    Method.FULL_OR_NEXT: Bilingual(
        "De høyest rangerte søknadene får alt de ber om. Er det ikke rom for en, går turen til den neste.",
        "Dei høgast rangerte søknadene får alt dei ber om. Er det ikkje rom for ein, går turen til den "
        "neste.",
    ),
    Method.PROPORTIONAL: Bilingual(
        "Alle søknader over terskelen får den samme andelen av det de ber om, så stor som rammen gir rom "
        "for.",
        "Alle søknader over terskelen får den same delen av det dei ber om, så stor som ramma gir rom for.",
    ),
}
OPENS = Bilingual(
    "Utlysningen åpner {day} kl. 00:00:00, norsk tid.",
    "Utlysinga opnar {day} kl. 00:00:00, norsk tid.",
)
CLOSES = Bilingual(
    "Søknaden må være sendt inn senest {moment}, norsk tid. Det som teller, er når den kom fram til oss.",
    "Søknaden må vere send inn seinast {moment}, norsk tid. Det som tel, er når han kom fram til oss.",
)
YEARS = Bilingual(
    "Prosjektet må ligge i årene fra {first} til {last}.",
    "Prosjektet må liggje i åra frå {first} til {last}.",
)
YEAR = Bilingual("Prosjektet må ligge i {first}.", "Prosjektet må liggje i {first}.")
RATE = Bilingual(
    "Et prosjekt som starter i {year}, kan få høyst {number} prosent av det det søkes om.",
    "Eit prosjekt som startar i {year}, kan få høgst {number} prosent av det det blir søkt om.",
)
COVERED = Bilingual("Kan få støtte: {text}.", "Kan få støtte: {text}.")
NOT_COVERED = Bilingual("Dekkes ikke: {text}.", "Blir ikkje dekt: {text}.")
ONE_ACTIVITY = Bilingual(
    "Søknaden må gjelde minst én av aktivitetene som kan få støtte.",
    "Søknaden må gjelde minst éin av aktivitetane som kan få støtte.",
)
MARKED = Bilingual(
    "Kriteriet «{name}» teller {weight} prosent. Karakterene går fra 0 til {best}.",
    "Kriteriet «{name}» tel {weight} prosent. Karakterane går frå 0 til {best}.",
)
MARKED_FROM = Bilingual(
    "Kriteriet «{name}» teller {weight} prosent. Karakterene går fra 0 til {best}, og en søknad som får "
    "lavere enn {threshold}, kan ikke få tilskudd.",
    "Kriteriet «{name}» tel {weight} prosent. Karakterane går frå 0 til {best}, og ein søknad som får "
    "lågare enn {threshold}, kan ikkje få tilskot.",
)
GATE = Bilingual("Dette må være oppfylt: {name}.", "Dette må vere oppfylt: {name}.")
PAID = Bilingual(
    "{percent} prosent av tilskuddet for hvert år blir betalt ut {trigger}.",
    "{percent} prosent av tilskotet for kvart år blir betalt ut {trigger}.",
)
TRIGGERS: dict[Trigger, Bilingual] = {
    Trigger.ACCEPTED: Bilingual("når dere har godtatt tilskuddet", "når de har godteke tilskotet"),
    Trigger.REPORT_APPROVED: Bilingual(
        "når rapporten for året er godkjent", "når rapporten for året er godkjend"
    ),
    Trigger.FINAL_REPORT_APPROVED: Bilingual(
        "når sluttrapporten er godkjent", "når sluttrapporten er godkjend"
    ),
    Trigger.ON_DATE: Bilingual("{day} i budsjettåret", "{day} i budsjettåret"),
}
APPEAL = Bilingual("Dere kan klage på vedtaket.", "De kan klage på vedtaket.")
NO_APPEAL = Bilingual("Dere kan ikke klage på vedtaket.", "De kan ikkje klage på vedtaket.")

RULES: dict[RuleKey, Bilingual] = {
    RuleKey.MIN_KOMMUNER: Bilingual(
        "Minst {number} kommuner må gå sammen. Bare kommuner som deltar, teller med.",
        "Minst {number} kommunar må gå saman. Berre kommunar som deltek, tel med.",
    ),
    RuleKey.MIN_POPULATION: Bilingual(
        "Det må bo minst {number} innbyggere i kommunene som deltar, til sammen.",
        "Det må bu minst {number} innbyggjarar i kommunane som deltek, til saman.",
    ),
    RuleKey.OWN_SHARE_PERCENT: Bilingual(
        "Deltakerne må selv dekke minst {number} prosent av kostnadene, med penger eller eget arbeid.",
        "Deltakarane må sjølve dekkje minst {number} prosent av kostnadene, med pengar eller eige arbeid.",
    ),
    RuleKey.MIN_GRANT: Bilingual(
        "Dere må søke om minst {amount}.", "De må søkje om minst {amount}."
    ),
    RuleKey.MAX_GRANT: Bilingual(
        "Dere kan søke om høyst {amount}.", "De kan søkje om høgst {amount}."
    ),
    RuleKey.MIN_GRANT_PER_PARTNER: Bilingual(
        "Skal en deltaker ha tilskudd, må dere søke om minst {amount} til den deltakeren.",
        "Skal ein deltakar ha tilskot, må de søkje om minst {amount} til den deltakaren.",
    ),
    RuleKey.MAX_GRANT_PER_PARTNER: Bilingual(
        "Dere kan søke om høyst {amount} til hver deltaker.",
        "De kan søkje om høgst {amount} til kvar deltakar.",
    ),
    RuleKey.MAX_MONTHS: Bilingual(
        "Prosjektet kan vare i høyst {number} måneder. En påbegynt måned regnes som hel.",
        "Prosjektet kan vare i høgst {number} månader. Ein påbyrja månad blir rekna som heil.",
    ),
    RuleKey.SCORE_THRESHOLD: Bilingual(
        "En søknad må få minst {number} av 100 poeng for å kunne få tilskudd.",
        "Ein søknad må få minst {number} av 100 poeng for å kunne få tilskot.",
    ),
    RuleKey.MARK_GAP: Bilingual(
        "To saksbehandlere leser hver søknad. Er de mer enn {number} fra hverandre på et kriterium, "
        "leser en tredje den også.",
        "To saksbehandlarar les kvar søknad. Er dei meir enn {number} frå kvarandre på eit kriterium, "
        "les ein tredje han òg.",
    ),
    RuleKey.TOTAL_GAP: Bilingual(
        "Er poengsummene deres mer enn {number} av 100 poeng fra hverandre, leser en tredje søknaden.",
        "Er poengsummane deira meir enn {number} av 100 poeng frå kvarandre, les ein tredje søknaden.",
    ),
    RuleKey.NEAR_LINE: Bilingual(
        "En søknad som er høyst {number} poeng fra terskelen, eller fra der rammen tar slutt, kan bli lest "
        "av en tredje.",
        "Ein søknad som er høgst {number} poeng frå terskelen, eller frå der ramma tek slutt, kan bli lesen "
        "av ein tredje.",
    ),
    RuleKey.SHARE_PERCENT: Bilingual(
        "En søknad kan få høyst {number} prosent av det den ber om.",
        "Ein søknad kan få høgst {number} prosent av det han ber om.",
    ),
    RuleKey.GRANT_CAP: Bilingual(
        "En søknad får høyst {amount}, også når den ber om mer.",
        "Ein søknad får høgst {amount}, også når han ber om meir.",
    ),
    RuleKey.AUDIT_THRESHOLD: Bilingual(
        "Er tilskuddet på {amount} eller mer, må en revisor bekrefte regnskapet.",
        "Er tilskotet på {amount} eller meir, må ein revisor stadfeste rekneskapen.",
    ),
    RuleKey.STATUS_MONTH: Bilingual(
        "Hvert år i tilskuddsperioden skal dere sende en statusrapport innen den første i måned {number}.",
        "Kvart år i tilskotsperioden skal de sende ein statusrapport innan den første i månad {number}.",
    ),
    RuleKey.BENEFIT_YEARS: Bilingual(
        "Gevinstene skal måles og meldes hvert år i {number} år etter det siste tilskuddsåret.",
        "Gevinstane skal målast og meldast kvart år i {number} år etter det siste tilskotsåret.",
    ),
    RuleKey.EXPERIENCE_MONTHS: Bilingual(
        "Prosjektet skal dele erfaringene sine i erfaringsbiblioteket senest {number} måneder etter det "
        "siste tilskuddsåret.",
        "Prosjektet skal dele erfaringane sine i erfaringsbiblioteket seinast {number} månader etter det "
        "siste tilskotsåret.",
    ),
    RuleKey.ACCEPTANCE_DAYS: Bilingual(
        "Hovedsøkeren må godta tilskuddet og vilkårene innen {number} dager fra vedtaket er kunngjort. "
        "Ellers faller tilsagnet bort.",
        "Hovudsøkjaren må godta tilskotet og vilkåra innan {number} dagar frå vedtaket er kunngjort. "
        "Elles fell tilsegna bort.",
    ),
}
"""The rules that have a number. A rate has its own sentence, with its year."""

AUDIT_ABOVE = Bilingual(
    "Er tilskuddet på mer enn {amount}, må en revisor bekrefte regnskapet.",
    "Er tilskotet på meir enn {amount}, må ein revisor stadfeste rekneskapen.",
)
AUDIT_SUMMED = Bilingual(
    "Beløpet gjelder alt den samme mottakeren får i ordningen i ett år.",
    "Beløpet gjeld alt den same mottakaren får i ordninga i eitt år.",
)

WORDS: dict[StrEnum, Bilingual] = {
    MidtNorge.ALLOWED: Bilingual(
        "Kommuner i helseregion Midt-Norge kan delta.",
        "Kommunar i helseregion Midt-Noreg kan delta.",
    ),
    MidtNorge.EXCLUDED: Bilingual(
        "Kommuner i helseregion Midt-Norge kan ikke delta.",
        "Kommunar i helseregion Midt-Noreg kan ikkje delta.",
    ),
    MidtNorge.UNDECIDED: Bilingual(
        "Det er ikke avklart om kommuner i helseregion Midt-Norge kan delta. Søknader med slike kommuner "
        "får et varsel, men stoppes ikke.",
        "Det er ikkje avklart om kommunar i helseregion Midt-Noreg kan delta. Søknader med slike kommunar "
        "får eit varsel, men blir ikkje stoppa.",
    ),
    Settling.MEAN: Bilingual(
        "Når tre har lest en søknad, gjelder snittet av karakterene.",
        "Når tre har lese ein søknad, gjeld snittet av karakterane.",
    ),
    Settling.MEDIAN: Bilingual(
        "Når tre har lest en søknad, gjelder den midterste karakteren for hvert kriterium.",
        "Når tre har lese ein søknad, gjeld den midtarste karakteren for kvart kriterium.",
    ),
    Settling.CLOSEST_TWO: Bilingual(
        "Når tre har lest en søknad, gjelder snittet av de to karakterene som ligger nærmest hverandre, for "
        "hvert kriterium. Er det like langt mellom dem, gjelder snittet av alle tre.",
        "Når tre har lese ein søknad, gjeld snittet av dei to karakterane som ligg nærast kvarandre, for "
        "kvart kriterium. Er det like langt mellom dei, gjeld snittet av alle tre.",
    ),
    LocalDecisions.ASKED: Bilingual(
        "Ingen penger blir utbetalt før hver kommune i prosjektet har registrert sitt eget vedtak om å "
        "delta, med hva det koster kommunen.",
        "Ingen pengar blir utbetalte før kvar kommune i prosjektet har registrert sitt eige vedtak om å "
        "delta, med kva det kostar kommunen.",
    ),
    Enough.EITHER: Bilingual(
        "Det er nok at samarbeidet oppfyller ett av de to neste punktene.",
        "Det er nok at samarbeidet oppfyller eitt av dei to neste punkta.",
    ),
    Enough.BOTH: Bilingual(
        "Samarbeidet må oppfylle begge de to neste punktene.",
        "Samarbeidet må oppfylle begge dei to neste punkta.",
    ),
}
UNLIMITED: dict[RuleKey, Bilingual] = {
    RuleKey.MIN_GRANT: Bilingual(
        "Det er ingen nedre grense for hvor mye dere kan søke om.",
        "Det er inga nedre grense for kor mykje de kan søkje om.",
    ),
    RuleKey.MAX_GRANT: Bilingual(
        "Det er ingen øvre grense for hvor mye dere kan søke om, utover rammen.",
        "Det er inga øvre grense for kor mykje de kan søkje om, utover ramma.",
    ),
    RuleKey.OWN_SHARE_PERCENT: Bilingual(
        "Det kreves ingen egenandel.", "Det blir ikkje kravd nokon eigendel."
    ),
    RuleKey.AUDIT_THRESHOLD: Bilingual(
        "Regnskapet trenger ikke å være bekreftet av revisor.",
        "Rekneskapen treng ikkje å vere stadfesta av revisor.",
    ),
}
"""What is said where a call sets no limit and people would look for one; the rest is left out."""
