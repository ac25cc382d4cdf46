"""What is missing in a draft, section by section, as a list with links to where it is put right."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import lazy_gettext as _l

from applications import facts
from applications.models import Application
from applications.tables import gaps_said
from applications.words import explained
from criteria import completeness, eligibility
from criteria.budget import BudgetProblem
from criteria.completeness import Lack, Missing, Section
from criteria.costkey import KeyProblem
from criteria.eligibility import Finding, Rule
from foundation import words
from foundation.showing import show_text
from grants.models import Question
from grants.rules import rules_of

_FIELDS = {
    "start_on": _l("startdato"),
    "end_on": _l("sluttdato"),
    "contact_name": _l("navn"),
    "contact_email": _l("e-postadresse"),
}


_MENDED_IN = {
    Rule.MIN_KOMMUNER: (Section.PARTNERS, "search"),
    Rule.MIN_POPULATION: (Section.PARTNERS, "search"),
    Rule.APPLICANT_KIND: (Section.PARTNERS, "main"),
    Rule.MIDT_NORGE: (Section.PARTNERS, "main"),
    Rule.OWN_SHARE: (Section.BUDGET, "budget"),
    Rule.MIN_GRANT: (Section.BUDGET, "budget"),
    Rule.MAX_GRANT: (Section.BUDGET, "budget"),
    Rule.MIN_GRANT_PER_PARTNER: (Section.BUDGET, "budget"),
    Rule.MAX_GRANT_PER_PARTNER: (Section.BUDGET, "budget"),
    Rule.PERIOD: (Section.BASICS, "start_on"),
    Rule.LENGTH: (Section.BASICS, "end_on"),
}
"""Where an applicant puts right what breaks a rule of the call, and the place on that page."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something that is missing, and where it is put right."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the application and what it lacks. `key` is its endpoint's name."""

    key: str
    label: str
    href: str
    tasks: tuple[Task, ...]

    @property
    def done(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.tasks


@dataclass(frozen=True, slots=True)
class Todo:
    """The whole way to submission."""

    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """Count what is missing."""
        return sum(len(part.tasks) for part in self.parts)

    @property
    def first(self) -> Part | None:
        """Give the first part that lacks something; None when nothing does."""
        return next((part for part in self.parts if part.tasks), None)


def missing_in(application: Application) -> tuple[Missing, ...]:
    """List what keeps a draft from being handed in."""
    return completeness.missing(facts.draft_facts(application))


def broken_in(application: Application) -> tuple[Finding, ...]:
    """List the rules of the call that the draft breaks by what is written in it."""
    asked = facts.own_facts(application)
    found = eligibility.examine(asked, rules_of(application.call))
    return tuple(one for one in eligibility.to_mend(found, asked) if one.rule in _MENDED_IN)


def todo_of(application: Application, only: Collection[Section] | None = None) -> Todo:
    """Give every section, or some, with what it lacks and which rules it breaks.

    The questions of a call are several sections.
    """
    parts = _parts(application, missing_in(application), broken_in(application))
    wanted = {one.value for one in only} if only is not None else None
    return Todo(
        tuple(one for one in parts if wanted is None or one.key.partition("-")[0] in wanted)
    )


def lacks_of(application: Application) -> tuple[str, ...]:
    """Say what the application is not complete without; the rules have findings of their own."""
    parts = _parts(application, missing_in(application), ())
    return tuple(task.text for part in parts for task in part.tasks)


def question_groups(application: Application) -> list[tuple[str, list[Question]]]:
    """Give the call's questions by the heading they stand under, in the call's order."""
    groups: dict[str, list[Question]] = {}
    for question in application.call.questions:
        groups.setdefault(show_text(question.section), []).append(question)
    return list(groups.items())


def _parts(
    application: Application, missing: Iterable[Missing], broken: Iterable[Finding]
) -> Iterator[Part]:
    lacks, breaches = list(missing), list(broken)
    for section in Section:
        own = [lack for lack in lacks if lack.section is section]
        if section is Section.QUESTIONS:
            yield from _question_parts(application, own)
        else:
            href = url_for(f"applications.{section.value}", application_id=application.id)
            tasks = tuple(_task(application, lack, href) for lack in own)
            rules = tuple(_rule_tasks(section, breaches, href))
            yield Part(section.value, words.say(section), href, tasks + rules)


def _rule_tasks(section: Section, broken: list[Finding], href: str) -> Iterator[Task]:
    for finding in broken:
        where, anchor = _MENDED_IN[finding.rule]
        if where is section:
            yield Task(explained(finding).reason, f"{href}#{anchor}")


def _question_parts(application: Application, lacks: list[Missing]) -> Iterator[Part]:
    by_code = {lack.subject: lack for lack in lacks}
    for number, (heading, questions) in enumerate(question_groups(application), start=1):
        href = url_for("applications.questions", application_id=application.id, group=number)
        tasks = tuple(
            _question_task(one, by_code[one.code], href)
            for one in questions
            if one.code in by_code
        )
        yield Part(f"questions-{number}", heading, href, tasks)


def _question_task(question: Question, lack: Missing, href: str) -> Task:
    """Say what an answer lacks; of a table, in which rows and columns, with the way to the first cell."""
    place = f"{href}#q-{question.id}"
    if lack.gaps:
        first = lack.gaps[0]
        place = f"{place}-{first.row - 1}-{first.column}"
    said = {"subject": show_text(question.label), "cells": gaps_said(question, lack.gaps)}
    return Task(words.say(lack.lack, **said), place)


def _task(application: Application, lack: Missing, href: str) -> Task:
    subject, anchor = _subject(application, lack)
    return Task(words.say(lack.lack, subject=subject), f"{href}#{anchor}")


def _subject(application: Application, lack: Missing) -> tuple[str, str]:
    """Give what a lack is about in words, and the id of its place on the section's page."""
    match lack.lack:
        case Lack.PARTNER_UNCONFIRMED:
            partner = next(
                one for one in application.partners if str(one.organisation_id) == lack.subject
            )
            return partner.organisation.name, f"partner-{partner.id}"
        case Lack.COST_KEY:
            return words.say(KeyProblem(lack.subject)), "cost-key"
        case Lack.BUDGET_BREACH:
            return words.say(BudgetProblem(lack.subject)), "breaches"
        case Lack.ATTACHMENT_MISSING:
            wanted = next(
                one for one in application.call.required_attachments if one.code == lack.subject
            )
            return show_text(wanted.label), f"kind-{wanted.code}"
        case _:
            return str(_FIELDS.get(lack.subject, "")), lack.subject
