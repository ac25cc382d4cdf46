"""What is typed about standards, solutions and what is declared of them."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp

from criteria.conformity import NEXT, Mode, Standing
from foundation import clock
from foundation.fields import OsloDateField, WholeNumberField
from foundation.forms import FilterForm, Form, choices_of
from foundation.language import Bilingual
from foundation.showing import show_text
from grants.registers.contents import ClaimTerms, SolutionName, StandardWords, StepTerms
from grants.registers.models import Standard, StandardKind, StandardSource
from grants.registers.queries import SolutionFilter

LONGEST_REASON = 1000
NO_STANDARD = ""


def _link(label: str) -> StringField:
    return StringField(
        label,
        [
            Optional(),
            Length(max=500),
            Regexp(r"^https?://\S+$", message=_l("Skriv en nettadresse som begynner med https://.")),
        ],
    )


def _reason(label: str) -> TextAreaField:
    return TextAreaField(
        label, [DataRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
        description=_l("Begrunnelsen står i historikken, som alle kan lese."),
    )  # fmt: skip


class StandardForm(Form):
    """What is said of a standard."""

    seen = HiddenField()
    title_nb = StringField(
        _l("Navn (bokmål)"), [DataRequired(_l("Skriv navnet på bokmål.")), Length(max=200)]
    )
    title_nn = StringField(
        _l("Navn (nynorsk)"), [DataRequired(_l("Skriv navnet på nynorsk.")), Length(max=200)],
        render_kw={"lang": "nn"},
    )  # fmt: skip
    kind = SelectField(_l("Type"), default=StandardKind.UNPLACED.value)
    source = SelectField(_l("Kilde"), default=StandardSource.UNPLACED.value)
    level = StringField(
        _l("Normeringsnivå"), [Optional(), Length(max=80)],
        description=_l("Slik nivået heter i kilden. La feltet stå tomt hvis du ikke vet det."),
    )  # fmt: skip
    link = _link(_l("Lenke"))
    valid_from = OsloDateField(_l("Gjelder fra"), [Optional()])
    valid_to = OsloDateField(
        _l("Gjelder til og med"), [Optional()],
        description=_l("Fyll ut når standarden skal gå ut av bruk."),
    )  # fmt: skip
    reason = _reason(_l("Hvorfor?"))

    def offer(self) -> None:
        """Offer kinds and sources in the reader's language."""
        self.kind.choices = choices_of(StandardKind)
        self.source.choices = choices_of(StandardSource)

    def words(self) -> StandardWords:
        """Give what is written in a valid form."""
        return StandardWords(
            title=Bilingual(self.title_nb.data or "", self.title_nn.data or ""),
            kind=StandardKind(self.kind.data),
            source=StandardSource(self.source.data),
            level=self.level.data or "",
            link=self.link.data or "",
            valid_from=self.valid_from.data,
            valid_to=self.valid_to.data,
            reason=self.reason.data or "",
        )


class NewStandardForm(StandardForm):
    """A standard with its code."""

    code = StringField(
        _l("Kode"),
        [
            DataRequired(_l("Skriv en kode.")),
            Length(max=40),
            Regexp(r"^[a-z0-9_]+$", message=_l("Bruk små bokstaver, tall og understrek.")),
        ],
        description=_l("Koden står for alltid. Søknader, erfaringer og erklæringer viser til den."),
    )


def standard_form(standard: Standard) -> StandardForm:
    """Make the form of a standard's next version, filled with the last."""
    last = standard.newest
    form = StandardForm(
        data={
            "seen": str(last.number), "title_nb": last.title.nb, "title_nn": last.title.nn,
            "kind": last.kind.value, "source": last.source.value, "level": last.level,
            "link": last.link, "valid_from": last.valid_from, "valid_to": last.valid_to,
        }
    )  # fmt: skip
    form.offer()
    return form


class SolutionForm(Form):
    """Who makes a solution, and what it is called."""

    supplier = StringField(
        _l("Leverandør"), [DataRequired(_l("Skriv hvem som leverer løsningen.")), Length(max=120)]
    )
    product = StringField(
        _l("Produkt"), [DataRequired(_l("Skriv hva produktet heter.")), Length(max=120)]
    )
    product_version = StringField(
        _l("Versjon"), [DataRequired(_l("Skriv hvilken versjon det gjelder.")), Length(max=40)]
    )

    def name(self) -> SolutionName:
        """Give what is written in a valid form."""
        return SolutionName(
            self.supplier.data or "", self.product.data or "", self.product_version.data or ""
        )


_NO_EVIDENCE = _l("Skriv hvilken dokumentasjon dette bygger på.")


def _evidence(needed: Optional | DataRequired) -> StringField:
    return StringField(
        _l("Dokumentasjon"), [needed, Length(max=500)],
        description=_l("Dokumentet dette bygger på: navn og saksnummer eller dato."),
    )  # fmt: skip


class StepForm(Form):
    """What a claim has come to, and what that rests on."""

    standing = RadioField(_l("Status"), [InputRequired(_l("Velg en status."))])
    happened_on = OsloDateField(
        _l("Dato for erklæringen eller kontrollen"), [InputRequired(_l("Skriv datoen."))]
    )
    evidence = _evidence(Optional())
    link = _link(_l("Lenke til dokumentasjonen"))
    lab = StringField(
        _l("Laboratorium"), [Optional(), Length(max=120)], description=_l("Bare ved full test (c).")
    )
    certificate = StringField(
        _l("Sertifikat"), [Optional(), Length(max=120)], description=_l("Bare ved full test (c).")
    )
    valid_to = OsloDateField(_l("Gyldig til og med"), [Optional()])
    reason = _reason(_l("Begrunnelse"))

    def offer(self, last: Standing | None) -> None:
        """Offer what can follow, and today."""
        self.standing.choices = choices_of(one for one in Standing if one in NEXT[last])
        if self.happened_on.data is None and not self.is_submitted():
            self.happened_on.data = clock.today()

    def validate(self, extra_validators: object = None) -> bool:
        """Ask for the laboratory and its certificate together, and what all but a withdrawal rests on."""
        whole = bool(super().validate(extra_validators))
        if self.standing.data != Standing.WITHDRAWN.value and not self.evidence.data:
            self.evidence.errors = [str(_NO_EVIDENCE)]
            whole = False
        if bool(self.lab.data) != bool(self.certificate.data):
            empty = self.certificate if self.lab.data else self.lab
            empty.errors = [*empty.errors, str(_l("Fyll ut både laboratorium og sertifikat."))]
            return False
        return whole

    def step(self) -> StepTerms:
        """Give what is written in a valid form."""
        return StepTerms(
            standing=Standing(self.standing.data),
            happened_on=self.happened_on.data or clock.today(),
            reason=self.reason.data or "",
            evidence=self.evidence.data or "",
            link=self.link.data or "",
            lab=self.lab.data or "",
            certificate=self.certificate.data or "",
            valid_to=self.valid_to.data,
        )


class DeclareForm(StepForm):
    """What a supplier declares, and how it is to be confirmed."""

    evidence = _evidence(DataRequired(_NO_EVIDENCE))
    standard = SelectField(_l("Krav: standard i registeret"), [Optional()])
    test_description = StringField(
        _l("Krav: testbeskrivelse"), [Optional(), Length(max=500)],
        description=_l("Navn og versjon på testbeskrivelsen. Må fylles ut for alternativ b."),
    )  # fmt: skip
    mode = RadioField(_l("Hvordan kravet bekreftes"), [InputRequired(_l("Velg a, b eller c."))])
    profile = StringField(
        _l("Meldingsprofil"), [Optional(), Length(max=120)],
        description=_l("Når erklæringen gjelder én meldingsprofil."),
    )  # fmt: skip
    ehds = StringField(
        _l("Selvdeklarering etter EHDS"), [Optional(), Length(max=200)],
        description=_l("Referanse til leverandørens egen erklæring etter forordningen, når den finnes."),
    )  # fmt: skip

    def offer_all(self, standards: Iterable[Standard]) -> None:
        """Offer the standards that are in force, by name."""
        self.offer(None)
        self.standing.data = Standing.DECLARED.value
        self.mode.choices = choices_of(Mode)
        self.standard.choices = [
            (NO_STANDARD, str(_l("Ingen: bare testbeskrivelse"))),
            *((str(one.id), show_text(one.newest.title)) for one in standards),
        ]

    def terms(self) -> ClaimTerms:
        """Give what is written in a valid form."""
        return ClaimTerms(
            standard_id=int(self.standard.data) if self.standard.data else None,
            test_description=self.test_description.data or "",
            mode=Mode(self.mode.data),
            profile=self.profile.data or "",
            ehds=self.ehds.data or "",
        )


class SuspicionForm(Form):
    """Why a spot check is opened."""

    why = _reason(_l("Hva tyder på at kravet ikke er oppfylt?"))


class DrawForm(Form):
    """A seed that nobody could choose, and how many to draw."""

    seed = StringField(
        _l("Frø"), [DataRequired(_l("Skriv frøet.")), Length(max=80)],
        description=_l("Noe ingen her kan bestemme, for eksempel lottotallene en avtalt dag."),
    )  # fmt: skip
    seed_source = StringField(
        _l("Hvor frøet er offentliggjort"),
        [DataRequired(_l("Skriv hvor frøet er offentliggjort.")), Length(max=200)],
    )
    size = WholeNumberField(
        _l("Hvor mange skal trekkes?"), [InputRequired(_l("Skriv hvor mange som skal trekkes."))]
    )


class SolutionFilterForm(FilterForm):
    """What somebody looks for among the solutions."""

    text = StringField(_l("Søk"), [Optional(), Length(max=80)], description=_l("Leverandør eller produkt"))
    standing = SelectField(_l("Status"), [Optional()])
    standard = SelectField(_l("Standard"), [Optional()])

    def offer(self, standards: Iterable[Standard]) -> None:
        """Offer standings and standards in the reader's language."""
        every = ("", str(_l("Alle")))
        self.standing.choices = [every, *choices_of(Standing)]
        self.standard.choices = [
            every, *((one.code, show_text(one.newest.title)) for one in standards)
        ]  # fmt: skip

    @property
    def chosen(self) -> SolutionFilter:
        """Give what the address asks for; what is no choice is left out."""
        standing = self.standing.data
        return SolutionFilter(
            text=self.text.data or "",
            standing=Standing(standing) if standing in set(Standing) else None,
            standard=self.standard.data or "",
        )
