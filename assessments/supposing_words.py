"""What is said where something is supposed about a proposal."""

from flask_babel import lazy_gettext as _l

from assessments.refusals import Refusal
from assessments.supposing import Unmakeable
from foundation import words

words.register(
    {
        Unmakeable.OTHER_RULES: _l(
            "Dette kan ikke gjøres til en innstilling. En innstilling følger vektene, terskelen og reglene "
            "som er kunngjort i utlysningen, og alle karakterene som er gitt."
        ),
        Unmakeable.FRAME_ABOVE_THE_CALLS: _l(
            "Dette kan ikke gjøres til en innstilling, for rammen er høyere enn utlysningens."
        ),
        Unmakeable.NO_FRAME: _l("Uten ramme er det ingenting å innstille."),
        Unmakeable.NOTHING_SUPPOSED: _l("Alt er som i innstillingen."),
    }
)
words.register(
    {
        Refusal.TERMS_DO_NOT_FIT: _l(
            "Valgene passer ikke sammen. Når alle får samme andel, er det ingen saker å velge mellom."
        ),
        Refusal.TOO_LARGE_TO_SOLVE: _l(
            "Med flere enn %(most)s saker tar det for lang tid å finne den beste fordelingen her."
        ),
        Refusal.NO_BEST_COMBINATION: _l(
            "Det finnes ingen fordeling som oppfyller alle kravene til porteføljen med denne rammen."
        ),
    }
)
