"""What the standings and refusals of evaluations are called."""

from flask_babel import lazy_gettext as _l

from figures.evaluations.models import Standing
from figures.evaluations.refusals import Refusal
from foundation import words

words.register(
    {
        Standing.PROPOSED: _l("Foreslått"),
        Standing.ADOPTED: _l("Vedtatt"),
        Standing.REJECTED: _l("Avvist"),
        Refusal.UNDER_WAY: _l(
            "En versjon av denne evalueringen er ikke signert ennå. Skriv videre på den."
        ),
        Refusal.YEAR_TO_COME: _l("Velg et år som har begynt."),
        Refusal.SIGNED: _l("Evalueringen er signert og endres ikke. Begynn en ny versjon."),
        Refusal.NOT_SIGNED: _l("Evalueringen må være signert av en leder først."),
        Refusal.NOT_WRITTEN: _l("Skriv hva dere har lært, og vurderingen, før evalueringen signeres."),
        Refusal.OWN_WORK: _l("En annen enn den som har skrevet evalueringen, må signere den."),
        Refusal.PUBLISHED: _l("Evalueringen er allerede offentlig."),
        Refusal.TEXT_MISSING: _l("Skriv teksten i begge målformer."),
        Refusal.SETTLED: _l("Forslaget er allerede avgjort."),
        Refusal.NOT_ADOPTED: _l("Bare et vedtatt forslag kan være tatt inn i en utlysning."),
        Refusal.TAKEN_IN: _l("Det er allerede registrert hvor forslaget er tatt inn."),
        Refusal.OTHER_CALL: _l("Velg en utlysning av samme tiltak."),
    }
)
