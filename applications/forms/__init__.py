"""What is typed into an application. What may wait until submission is not asked for here."""

from applications.forms.activities import ActivitiesForm, activities_form
from applications.forms.answering import (
    ConfirmForm,
    DeclineForm,
    OfferForm,
    PersonsForm,
    RefuseOfferForm,
    offer_form,
)
from applications.forms.basics import BasicsForm, StartForm
from applications.forms.budget import BudgetForm, budget_form, fillable
from applications.forms.documents import SupplementForm, UploadForm
from applications.forms.partners import PartnerForm, PickForm, SearchForm
from applications.forms.questions import QuestionsForm, questions_form
from applications.forms.submission import SubmitForm, WithdrawForm

__all__ = [
    "ActivitiesForm",
    "BasicsForm",
    "BudgetForm",
    "ConfirmForm",
    "DeclineForm",
    "OfferForm",
    "PartnerForm",
    "PersonsForm",
    "PickForm",
    "QuestionsForm",
    "RefuseOfferForm",
    "SearchForm",
    "StartForm",
    "SubmitForm",
    "SupplementForm",
    "UploadForm",
    "WithdrawForm",
    "activities_form",
    "budget_form",
    "fillable",
    "offer_form",
    "questions_form",
]
