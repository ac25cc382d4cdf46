"""What it costs to run the scheme, in words."""

from flask_babel import lazy_gettext as _l

from foundation import words
from payments.running.kinds import CostKind, CostRefusal

words.register(
    {
        CostKind.SETUP: _l("Etablering av ordningen"),
        CostKind.OPERATION: _l("Drift og forvaltning"),
        CostKind.ADMINISTRATION: _l("Tilskuddsforvaltningen"),
        CostKind.GUIDANCE: _l("Prosess- og faglig oppfølging"),
        CostRefusal.NOTHING: _l("Beløpet må være større enn 0."),
        CostRefusal.OUTSIDE_YEARS: _l("Året må være fra %(first)s til %(last)s."),
        CostRefusal.IN_FUTURE: _l("Datoen kan ikke være etter i dag."),
        CostRefusal.TAKEN_BACK: _l("Linjen er allerede tatt tilbake."),
        CostRefusal.IS_COUNTER: _l("En motpostering kan ikke tas tilbake. Registrer kostnaden på nytt."),
    }
)
DEFINITIONS = {
    CostKind.SETUP: _l(
        "Ressursene som gikk med til å planlegge og etablere ordningen. Analysen regner med ett år, 2023."
    ),
    CostKind.OPERATION: _l(
        "Det ordningen koster å drifte og forvalte, uten det som hører til en av de to neste."
    ),
    CostKind.ADMINISTRATION: _l(
        "Arbeidet med utlysninger, vurdering, vedtak, utbetaling og kontroll."
    ),
    CostKind.GUIDANCE: _l("Veiledning og oppfølging av kommunene som får tilskudd."),
}
"""What is counted as each kind."""
