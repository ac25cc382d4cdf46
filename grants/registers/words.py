"""What the words of the registers are called."""

from flask_babel import lazy_gettext as _l

from criteria.conformity import Fault, Mode, Standing
from foundation import words
from grants.registers.models import StandardKind, StandardSource
from grants.registers.refusals import RegisterRefusal

words.register(
    {
        StandardKind.MANDATORY: _l("Obligatorisk"),
        StandardKind.RECOMMENDED: _l("Anbefalt"),
        StandardKind.GUIDELINE: _l("Veileder eller retningslinje"),
        StandardKind.UNPLACED: _l("Ikke angitt"),
    }
)
words.register(
    {
        StandardSource.REGULATION: _l("Forskrift om standarder og nasjonale e-helseløsninger"),
        StandardSource.E_HEALTH_CATALOGUE: _l("Referansekatalogen for e-helse"),
        StandardSource.IT_CATALOGUE: _l("Referansekatalogen for IT-standarder"),
        StandardSource.WELFARE_TECHNOLOGY: _l("Anbefalinger og krav for velferdsteknologi"),
        StandardSource.OTHER: _l("Annen kilde"),
        StandardSource.UNPLACED: _l("Ikke angitt"),
    }
)
words.register(
    {
        Mode.DOCUMENTS: _l("a. Selvdeklarering med kontroll av dokumentasjon"),
        Mode.SAMPLES: _l("b. Selvdeklarering med stikkprøver og test etter testbeskrivelse"),
        Mode.FULL_TEST: _l("c. Full test hos akkreditert laboratorium"),
        Standing.DECLARED: _l("Egenerklært"),
        Standing.CONTROLLED: _l("Kontrollert"),
        Standing.NOT_FULFILLED: _l("Ikke oppfylt"),
        Standing.WITHDRAWN: _l("Trukket"),
    }
)
words.register(
    {
        Fault.NOT_NEXT: _l("Dette kan ikke følge etter det som er registrert. Se historikken."),
        Fault.OWN_DECLARATION: _l(
            "Du registrerte erklæringen. En annen må kontrollere den."
        ),
        Fault.REASON_MISSING: _l("Skriv en begrunnelse."),
        Fault.EVIDENCE_MISSING: _l("Skriv hvilken dokumentasjon dette bygger på."),
        Fault.CERTIFICATE_MISSING: _l(
            "En full test krever laboratorium, sertifikat og siste gyldige dag."
        ),
        Fault.ENDS_BEFORE_IT_BEGINS: _l("Siste gyldige dag er før datoen for erklæringen eller kontrollen."),
        Fault.NO_SPOT_CHECKS: _l("Løsninger med full test stikkprøves ikke. De testes på nytt."),
        Fault.NOTHING_TO_CHECK: _l("Erklæringen er trukket eller ikke oppfylt, så den kan ikke stikkprøves."),
        Fault.CHECK_OPEN: _l("En stikkprøve er allerede åpen."),
    }
)
words.register(
    {
        RegisterRefusal.CODE_TAKEN: _l("Koden er i bruk. En kode betyr det samme for alltid."),
        RegisterRefusal.NOT_WHOLE: _l("Skriv navnet i begge målformer og en begrunnelse."),
        RegisterRefusal.ENDS_BEFORE: _l("Siste dag er før første dag."),
        RegisterRefusal.SOLUTION_KNOWN: _l("Løsningen er allerede registrert i denne versjonen."),
        RegisterRefusal.NOTHING_CLAIMED: _l("Velg en standard, eller skriv en testbeskrivelse."),
        RegisterRefusal.TEST_DESCRIPTION_MISSING: _l(
            "Alternativ b trenger en testbeskrivelse å teste etter."
        ),
        RegisterRefusal.STANDARD_NOT_IN_FORCE: _l("Standarden gjelder ikke lenger, eller ikke ennå."),
        RegisterRefusal.IN_THE_FUTURE: _l("Datoen kan ikke være etter i dag."),
        RegisterRefusal.SEED_MISSING: _l("Skriv frøet og hvor det er offentliggjort."),
        RegisterRefusal.SEED_USED: _l("Det er allerede trukket med dette frøet."),
        RegisterRefusal.TOO_MANY: _l("Det er %(number)s erklæringer å trekke blant."),
    }
)
