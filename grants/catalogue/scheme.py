"""Reading a scheme's sheet."""

from pathlib import Path

from foundation.money import kroner
from grants.catalogue.reader import Node, read
from grants.catalogue.schemesheets import (
    AppropriationSheet,
    BenefitSheet,
    BudgetPostSheet,
    GoalSheet,
    LevelSheet,
    MeasureSheet,
    NeedSheet,
    RegulationSheet,
    SchemeSheet,
    SenderSheet,
    StatuteSheet,
)
from grants.models import MeasureKind

SUBJECTS = (
    "enkeltvedtak", "habilitet", "forelopig_svar", "veiledning", "begrunnelse", "underretning",
    "klage", "klagefrist", "innsyn", "utsatt_iverksetting", "sakskostnader", "omgjoring",
)  # fmt: skip
"""The subjects for which every act must give its paragraph: those that letters speak of."""


def load_scheme(path: Path) -> SchemeSheet:
    """Read a scheme's sheet. Raises SheetError with file and place when it is not whole."""
    sheet = read(path)
    sheet.only(
        "code", "name", "purpose", "purpose_source", "societal_goal", "societal_goal_source",
        "first_year", "last_year", "recommended_level", "contact", "sender", "goals", "budget_posts",
        "appropriations", "ambition_levels", "measures", "needs", "benefits", "regulation",
    )  # fmt: skip
    scheme = SchemeSheet(
        code=sheet.text("code"),
        name=sheet.both("name"),
        purpose=sheet.both("purpose"),
        purpose_source=sheet.text("purpose_source"),
        societal_goal=sheet.both("societal_goal"),
        societal_goal_source=sheet.text("societal_goal_source"),
        first_year=sheet.number("first_year"),
        last_year=sheet.number("last_year"),
        recommended_level=sheet.number("recommended_level"),
        contact=sheet.both("contact"),
        sender=_sender(sheet.at("sender")),
        goals=tuple(_goal(node) for node in sheet.each("goals")),
        budget_posts=tuple(_budget_post(node) for node in sheet.each("budget_posts")),
        appropriations=tuple(_appropriation(node) for node in sheet.each("appropriations")),
        levels=tuple(_level(node) for node in sheet.each("ambition_levels")),
        measures=tuple(_measure(node) for node in sheet.each("measures")),
        needs=tuple(_need(node) for node in sheet.each("needs")),
        benefits=tuple(_benefit(node) for node in sheet.each("benefits")),
        regulation=_regulation(sheet.at("regulation")),
    )
    _check(sheet, scheme)
    return scheme


def _sender(node: Node) -> SenderSheet:
    node.only(
        "name", "organisation_number", "address", "email", "phone", "website",
        "complaint_body", "standard_terms",
    )  # fmt: skip
    return SenderSheet(
        name=node.text("name"),
        organisation_number=node.text("organisation_number"),
        address="\n".join(node.texts("address")),
        email=node.text("email"),
        phone=node.text("phone"),
        website=node.text("website"),
        complaint_body=node.both("complaint_body"),
        standard_terms=node.both("standard_terms"),
    )


def _goal(node: Node) -> GoalSheet:
    node.only("code", "text", "points", "source")
    points = tuple(point.as_both() for point in node.each("points"))
    return GoalSheet(node.text("code"), node.both("text"), points, node.text("source"))


def _budget_post(node: Node) -> BudgetPostSheet:
    node.only("chapter", "post", "name", "source")
    return BudgetPostSheet(
        node.number("chapter"), node.number("post"), node.both("name"), node.text("source")
    )


def _appropriation(node: Node) -> AppropriationSheet:
    node.only("chapter", "post", "year", "kroner", "authority")
    return AppropriationSheet(
        chapter=node.number("chapter"),
        post=node.number("post"),
        year=node.number("year"),
        amount=kroner(node.number("kroner")),
        authority=node.text("authority"),
    )


def _level(node: Node) -> LevelSheet:
    node.only(
        "level", "name", "grants_kroner_per_year", "network_kroner_per_year", "coverage_percent",
        "measures", "source",
    )  # fmt: skip
    return LevelSheet(
        level=node.number("level"),
        name=node.both("name"),
        grants_per_year=kroner(node.number("grants_kroner_per_year")),
        network_per_year=kroner(node.number("network_kroner_per_year")),
        coverage_percent=node.number("coverage_percent"),
        measures=node.texts("measures"),
        source=node.text("source"),
    )


def _measure(node: Node) -> MeasureSheet:
    node.only("code", "key", "kind", "name", "description", "source")
    return MeasureSheet(
        code=node.text("code"),
        key=node.text("key"),
        kind=node.word(MeasureKind, "kind"),
        name=node.both("name"),
        description=node.both("description"),
        source=node.text("source"),
    )


def _need(node: Node) -> NeedSheet:
    node.only("code", "actor", "text", "source")
    return NeedSheet(node.text("code"), node.text("actor"), node.both("text"), node.text("source"))


def _benefit(node: Node) -> BenefitSheet:
    node.only("code", "name", "source")
    return BenefitSheet(node.text("code"), node.both("name"), node.text("source"))


def _regulation(node: Node) -> RegulationSheet:
    node.only("title", "valid_from", "statutes")
    statutes = tuple(_statute(statute) for statute in node.each("statutes"))
    node.refuse_doubles("statute", (statute.key for statute in statutes))
    return RegulationSheet(node.both("title"), node.day("valid_from"), statutes)


def _statute(node: Node) -> StatuteSheet:
    node.only("key", "name", "identifier", "valid_from", "sections")
    sections = node.at("sections")
    sections.only(*SUBJECTS)
    return StatuteSheet(
        key=node.text("key"),
        name=node.both("name"),
        identifier=node.text("identifier"),
        valid_from=node.day("valid_from") if node.has("valid_from") else None,
        sections={subject: sections.text(subject) for subject in SUBJECTS},
    )


def _check(sheet: Node, scheme: SchemeSheet) -> None:
    """Refuse doubles, and references to a measure, level or post that the sheet does not have."""
    sheet.refuse_doubles("goal", (one.code for one in scheme.goals))
    sheet.refuse_doubles("measure", (one.code for one in scheme.measures))
    sheet.refuse_doubles("need", (one.code for one in scheme.needs))
    sheet.refuse_doubles("benefit", (one.code for one in scheme.benefits))
    sheet.refuse_doubles("level", (one.level for one in scheme.levels))
    measures = {one.code for one in scheme.measures}
    for level in scheme.levels:
        if unknown := set(level.measures) - measures:
            raise sheet.wrong(f"level {level.level} opens unknown {min(unknown)}")
    if scheme.recommended_level not in {level.level for level in scheme.levels}:
        raise sheet.wrong(f"recommended_level {scheme.recommended_level} is no level")
    _check_appropriations(sheet, scheme)


def _check_appropriations(sheet: Node, scheme: SchemeSheet) -> None:
    posts = {(post.chapter, post.post) for post in scheme.budget_posts}
    rows = [(one.chapter, one.post, one.year) for one in scheme.appropriations]
    sheet.refuse_doubles("appropriation", rows)
    for chapter, post, year in rows:
        if (chapter, post) not in posts:
            raise sheet.wrong(f"appropriation for unknown {chapter}.{post}")
        if not scheme.first_year <= year <= scheme.last_year:
            raise sheet.wrong(f"appropriation for {year}, outside the period")
