"""What is typed into an application. What may wait until submission is not asked for here."""

from applications.forms.activities import ActivitiesForm, activities_form
from applications.forms.basics import BasicsForm, StartForm
from applications.forms.budget import PartnerBudgetForm, budget_form
from applications.forms.documents import SupplementForm, UploadForm
from applications.forms.partners import ConfirmForm, PartnerForm, PickForm, SearchForm
from applications.forms.questions import QuestionsForm, questions_form
from applications.forms.submission import SubmitForm, WithdrawForm

__all__ = [
    "ActivitiesForm",
    "BasicsForm",
    "ConfirmForm",
    "PartnerBudgetForm",
    "PartnerForm",
    "PickForm",
    "QuestionsForm",
    "SearchForm",
    "StartForm",
    "SubmitForm",
    "SupplementForm",
    "UploadForm",
    "WithdrawForm",
    "activities_form",
    "budget_form",
    "questions_form",
]
