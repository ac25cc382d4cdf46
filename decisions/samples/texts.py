"""The running texts of the sample documents, in both forms of Norwegian."""

from foundation.language import Bilingual

CALL = Bilingual(
    "Innføring av ny journalfunksjonalitet 2026", "Innføring av ny journalfunksjonalitet 2026"
)
REGULATION = Bilingual(
    "tilskudd til helseteknologi i kommunene", "tilskot til helseteknologi i kommunane"
)
PURPOSE = Bilingual(
    "Tilskuddet skal avlaste risikoen for kommuner som går foran, og få kommuner til å samordne seg når "
    "de tar i bruk ny journalfunksjonalitet.",
    "Tilskotet skal avlaste risikoen for kommunar som går føre, og få kommunar til å samordne seg når "
    "dei tek i bruk ny journalfunksjonalitet.",
)
ACTIVITIES = (
    Bilingual(
        "samarbeid om prosessendringer når journalløsningen byttes, oppgraderes eller konsolideres",
        "samarbeid om prosessendringar når journalløysinga blir bytt, oppgradert eller konsolidert",
    ),
    Bilingual(
        "innføring av ny samhandlingsfunksjonalitet i journalløsningene",
        "innføring av ny samhandlingsfunksjonalitet i journalløysingane",
    ),
    Bilingual(
        "vikarer for ansatte som deltar i opplæring", "vikarar for tilsette som deltek i opplæring"
    ),
    Bilingual(
        "bruk og tilpasning av standarder etter samarbeidsmodellen for internasjonale standarder",
        "bruk og tilpassing av standardar etter samarbeidsmodellen for internasjonale standardar",
    ),
)
EXCLUSIONS = (
    Bilingual("kjøpet av selve journalløsningen", "kjøpet av sjølve journalløysinga"),
    Bilingual("normal drift av løsningen", "normal drift av løysinga"),
    Bilingual("daglig brukeroppfølging", "dagleg brukaroppfølging"),
    Bilingual("opplæring av nyansatte", "opplæring av nytilsette"),
)
CRITERIA = (
    Bilingual("Sammenfallende behov i samarbeidet", "Samanfallande behov i samarbeidet"),
    Bilingual(
        "Samhandling internt og med spesialisthelsetjenesten",
        "Samhandling internt og med spesialisthelsetenesta",
    ),
    Bilingual(
        "Gevinstplan med indikatorer og nullpunkt", "Gevinstplan med indikatorar og nullpunkt"
    ),
    Bilingual(
        "Gjennomføringsevne og plan for endring og opplæring",
        "Gjennomføringsevne og plan for endring og opplæring",
    ),
)
ANCHORS = (
    Bilingual(
        "Behovene er godt beskrevet og i hovedsak like hos alle deltakerne.",
        "Behova er godt skildra og i hovudsak like hos alle deltakarane.",
    ),
    Bilingual(
        "Søknaden viser hvordan helseforetaket er med, og hvilke løsninger som tas i bruk.",
        "Søknaden viser korleis helseføretaket er med, og kva løysingar som blir tekne i bruk.",
    ),
    Bilingual(
        "Gevinstene er målbare, men nullpunkt mangler for noen av dem.",
        "Gevinstane er målbare, men nullpunkt manglar for nokre av dei.",
    ),
    Bilingual(
        "Planen er realistisk, og ansvar og ressurser er avklart.",
        "Planen er realistisk, og ansvar og ressursar er avklarte.",
    ),
)
REASONS = (
    Bilingual(
        "Kommunene har kartlagt behovene sammen og kommet fram til én felles kravliste. Bare legevakten "
        "har egne krav.",
        "Kommunane har kartlagt behova saman og kome fram til éi felles kravliste. Berre legevakta har "
        "eigne krav.",
    ),
    Bilingual(
        "Helseforetaket er med i styringsgruppen, og e-meldinger til fastlegene er tatt med i planen.",
        "Helseføretaket er med i styringsgruppa, og e-meldingar til fastlegane er tekne med i planen.",
    ),
    Bilingual(
        "Planen har ni gevinster med indikatorer. Seks av dem har målt nullpunkt.",
        "Planen har ni gevinstar med indikatorar. Seks av dei har målt nullpunkt.",
    ),
    Bilingual(
        "Prosjektleder er på plass, og opplæringen er lagt utenom ferieavviklingen.",
        "Prosjektleiar er på plass, og opplæringa er lagd utanom ferieavviklinga.",
    ),
)
LONG_REASON = Bilingual(
    "Søknaden dokumenterer et grundig forarbeid. Arbeidsgruppen har hatt møter i alle deltakerkommunene, "
    "intervjuet ansatte på legevakt, sykehjem, helsestasjon og i hjemmetjenesten, og sammenlignet svarene "
    "med erfaringene fra tidligere innføringer. Forskjellene mellom kommunene er forklart, og det går fram "
    "hvordan de skal håndteres i anskaffelsen.\n\nVi har lagt vekt på at de minste kommunene får bistand "
    "fra de større, at opplæringen også skal gis på nordsamisk, og at erfaringene skal deles med kommuner "
    "utenfor samarbeidet. Det trekker noe ned at framdriftsplanen ikke tar høyde for at leverandørene kan "
    "bli forsinket, og at ansvaret for å følge opp avvik i testperioden ikke er plassert.",
    "Søknaden dokumenterer eit grundig forarbeid. Arbeidsgruppa har hatt møte i alle deltakarkommunane, "
    "intervjua tilsette på legevakt, sjukeheim, helsestasjon og i heimetenesta, og samanlikna svara med "
    "erfaringane frå tidlegare innføringar. Skilnadene mellom kommunane er forklarte, og det går fram "
    "korleis dei skal handterast i innkjøpet.\n\nVi har lagt vekt på at dei minste kommunane får hjelp av "
    "dei større, at opplæringa også skal givast på nordsamisk, og at erfaringane skal delast med kommunar "
    "utanfor samarbeidet. Det trekkjer noko ned at framdriftsplanen ikkje tek høgd for at leverandørane "
    "kan bli forseinka, og at ansvaret for å følgje opp avvik i testperioden ikkje er plassert.",
)
AWARDED = Bilingual(
    "Prosjektet svarer godt på formålet med ordningen. Kommunene har samme behov, forplikter seg til "
    "hverandre og har en plan som er mulig å gjennomføre.",
    "Prosjektet svarer godt på formålet med ordninga. Kommunane har same behov, forpliktar seg til "
    "kvarandre og har ein plan som er mogleg å gjennomføre.",
)
REFUSED = Bilingual(
    "Søknaden oppfyller kravene i utlysningen, men andre søknader fikk flere poeng, og rammen var brukt "
    "opp før vi kom til denne.",
    "Søknaden oppfyller krava i utlysinga, men andre søknader fekk fleire poeng, og ramma var brukt opp "
    "før vi kom til denne.",
)
BELOW_THRESHOLD = Bilingual(
    "Søknaden oppfyller de formelle kravene, men karakteren på ett av kriteriene er lavere enn "
    "utlysningen krever. Den kan derfor ikke få tilskudd, uansett poengsum.",
    "Søknaden oppfyller dei formelle krava, men karakteren på eitt av kriteria er lågare enn utlysinga "
    "krev. Han kan difor ikkje få tilskot, same kva poengsummen er.",
)
PAYMENT = Bilingual(
    "Vi betaler tilskuddet i rater etter hvert som dere trenger pengene. Den siste raten holder vi "
    "tilbake til vi har godkjent sluttrapporten.",
    "Vi betaler tilskotet i ratar etter kvart som de treng pengane. Den siste raten held vi tilbake til "
    "vi har godkjent sluttrapporten.",
)
REDUCTIONS = (
    Bilingual(
        "Kostnader til drift og til opplæring av nyansatte dekkes ikke av ordningen",
        "Kostnader til drift og til opplæring av nytilsette blir ikkje dekte av ordninga",
    ),
    Bilingual(
        "Satsen for prosjekter som starter i 2026, er 80 prosent av det det søkes om",
        "Satsen for prosjekt som startar i 2026, er 80 prosent av det det blir søkt om",
    ),
    Bilingual(
        "Rammen for utlysningen rakk ikke til hele beløpet",
        "Ramma for utlysinga rakk ikkje til heile beløpet",
    ),
)
CONDITIONS = (
    Bilingual(
        "Samarbeidet skal ha minst fire kommuner gjennom hele prosjektperioden.",
        "Samarbeidet skal ha minst fire kommunar gjennom heile prosjektperioden.",
    ),
    Bilingual(
        "Deltakerne skal selv dekke minst den egenandelen som står i tabellen over deltakere.",
        "Deltakarane skal sjølve dekkje minst den eigendelen som står i tabellen over deltakarar.",
    ),
    Bilingual(
        "Obligatoriske standarder skal følges, og de nasjonale samhandlingsløsningene skal støttes.",
        "Obligatoriske standardar skal følgjast, og dei nasjonale samhandlingsløysingane skal støttast.",
    ),
    Bilingual(
        "Vurdering av personvernkonsekvenser (DPIA) og risiko- og sårbarhetsanalyse skal være gjennomført.",
        "Vurdering av personvernkonsekvensar (DPIA) og risiko- og sårbarheitsanalyse skal vere gjennomførte.",
    ),
    Bilingual(
        "Signert samarbeidsavtale mellom alle deltakerne skal være sendt oss.",
        "Signert samarbeidsavtale mellom alle deltakarane skal vere send til oss.",
    ),
    Bilingual(
        "Gevinstplanen skal ha indikator, målt nullpunkt og ansvarlig for hver gevinst.",
        "Gevinstplanen skal ha indikator, målt nullpunkt og ansvarleg for kvar gevinst.",
    ),
    Bilingual(
        "Prosjektet skal legge til rette for samhandling med spesialisthelsetjenesten gjennom "
        "helsefellesskapet.",
        "Prosjektet skal leggje til rette for samhandling med spesialisthelsetenesta gjennom "
        "helsefellesskapet.",
    ),
    Bilingual(
        "Brukere, ansatte og tillitsvalgte skal være involvert i kravene og i utprøvingen.",
        "Brukarar, tilsette og tillitsvalde skal vere involverte i krava og i utprøvinga.",
    ),
    Bilingual(
        "Løsningen skal tas i bruk i ordinær drift innen prosjektet er slutt. Nye piloteringer dekkes ikke.",
        "Løysinga skal takast i bruk i ordinær drift innan prosjektet er slutt. Nye piloteringar blir "
        "ikkje dekte.",
    ),
    Bilingual(
        "Erfaringer, maler og testopplegg skal deles med andre kommuner uten vederlag.",
        "Erfaringar, malar og testopplegg skal delast med andre kommunar utan vederlag.",
    ),
    Bilingual(
        "Prosjektet skal stille opp for følgeforskningen og svare på undersøkelser om ordningen.",
        "Prosjektet skal stille opp for følgjeforskinga og svare på undersøkingar om ordninga.",
    ),
    Bilingual(
        "Andre offentlige tilskudd til de samme kostnadene skal meldes til oss straks de er innvilget.",
        "Andre offentlege tilskot til dei same kostnadene skal meldast til oss straks dei er innvilga.",
    ),
)
STANDARD_TERMS = Bilingual(
    "Standardvilkår for tilskudd, versjon 2 fra 1. januar 2026",
    "Standardvilkår for tilskot, versjon 2 frå 1. januar 2026",
)
NO_COMPLAINT = Bilingual(
    "I denne utlysningen kan bare kommuner og fylkeskommuner få tilskudd. Tildelingen er derfor ikke et "
    "enkeltvedtak, og det er ikke klagerett. Mener dere at vi har gjort en feil, kan dere be oss se på "
    "saken på nytt.",
    "I denne utlysinga kan berre kommunar og fylkeskommunar få tilskot. Tildelinga er difor ikkje eit "
    "enkeltvedtak, og det er ikkje klagerett. Meiner de at vi har gjort ein feil, kan de be oss sjå på "
    "saka på nytt.",
)
APPEAL_BODY = "Helse- og omsorgsdepartementet"
