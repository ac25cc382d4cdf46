"""The form of a suggestion: for each case, who handles it and who assesses it."""

from collections.abc import Iterator

from flask import request
from wtforms import HiddenField

from assessments.lists.suggesting import ChosenStaff
from assessments.models import Task
from foundation.addresses import own_address
from foundation.errors import NotFoundError
from foundation.forms import Form


class PlanForm(Form):
    """Its rows are `case`, one for each, with `seen-ID`, `handle-ID` and `assess-ID` beside it."""

    back = HiddenField()

    @property
    def leads_back(self) -> str | None:
        """Give the address of the list that the cases were picked from."""
        return own_address(self.back.data)

    def chosen(self) -> tuple[ChosenStaff, ...]:
        """Give what was chosen for each case. Raises NotFoundError for what no page has offered."""
        try:
            return tuple(self._chosen())
        except ValueError as error:
            raise NotFoundError from error

    def _chosen(self) -> Iterator[ChosenStaff]:
        for case in request.form.getlist("case"):
            seen = request.form.get(f"seen-{case}", "")
            wishes = tuple(
                (task, int(person))
                for task in Task
                for person in request.form.getlist(f"{task.value}-{case}")
                if person
            )
            if wishes:
                yield ChosenStaff(
                    int(case), frozenset(int(one) for one in seen.split("-") if one), wishes
                )
