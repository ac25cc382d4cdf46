"""Pages that are one form: shown, sent, and back to where the reader came from."""

from collections.abc import Callable, Mapping

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from followup.benefits import forms, handingforms
from foundation.errors import RuleBrokenError
from foundation.forms import Form, refuse

_FIELDS = {**forms.FIELDS, **handingforms.FIELDS}


def form_page(
    form: Form,
    act: Callable[[], object],
    *,
    done: str,
    onward: str,
    told: Mapping[str, object],
) -> ResponseReturnValue:
    """Do the act of a form that is sent whole, or show the form with what is wrong.

    `done` is said afterwards, at `onward`. `told` is what the page says: title, intro, press, and the project
    or the way to the page.
    """
    if form.validate_on_submit():
        try:
            act()
        except RuleBrokenError as error:
            name = _FIELDS.get(error.reason)
            refuse(form, error, on=form[name] if name is not None and name in form else None)
        else:
            flash(done, "success")
            return redirect(onward, 303)
    return render_template("followup/benefits/form.html", form=form, onward=onward, **told)
