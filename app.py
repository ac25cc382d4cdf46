"""The application: settings in, a Flask app out."""

from flask import Blueprint, Flask

import applications.interests.consequences as interest_consequences
import decisions.appeals.consequences as complaint_consequences
import decisions.localdecisions.consequences as local_consequences
import followup.consequences as report_consequences
import followup.infections as report_infections
import payments.consequences as ledger_consequences
from accounts import identity
from accounts import views as accounts_views
from applications import views as applications_views
from applications.finding import views as finding_views
from assessments import views as assessments_views
from decisions import views as decisions_views
from demo import init_demo
from figures import home
from figures import views as figures_views
from figures.economics import views as economics_views
from figures.openness import views as openness_views
from figures.public import views as public_views
from figures.statistics import page as statistics_page
from followup import views as followup_views
from foundation import pages, pdf
from foundation.database import init_database
from foundation.files import init_files
from foundation.mail import init_mail
from foundation.nightly import init_nightly
from foundation.settings import Settings
from grants import views as grants_views
from payments import views as payments_views

ROOMS: tuple[Blueprint, ...] = (
    home.pages,
    accounts_views.pages,
    grants_views.pages,
    applications_views.pages,
    finding_views.pages,
    assessments_views.pages,
    decisions_views.pages,
    payments_views.pages,
    followup_views.pages,
    figures_views.pages,
    statistics_page.pages,
    openness_views.pages,
    public_views.pages,
    economics_views.pages,
)
"""Every room's pages, in the order the data flows."""


def create_app(settings: Settings) -> Flask:
    """Build the app of these settings: database, pages, identity and every room's pages."""
    app = Flask(__name__, static_folder="static", template_folder="templates")
    app.config.from_mapping(settings.for_flask())
    app.extensions["tilsagn"] = settings
    init_database(app, survives_power_cuts=not settings.demo)
    init_files(app, settings.data_dir / "files")
    init_mail()
    init_nightly()
    pdf.CHOICE.remembers = settings.print_memory
    pages.init_pages(app)
    identity.init_identity(app)
    for room in ROOMS:
        app.register_blueprint(room)
    interest_consequences.register()
    complaint_consequences.register()
    local_consequences.register()
    ledger_consequences.register()
    report_consequences.register()
    report_infections.register()
    if settings.demo:
        init_demo(app, settings)
    return app
