"""The application: settings in, a Flask app out."""

from flask import Flask

from accounts import identity
from foundation import pages
from foundation.database import init_database
from foundation.settings import Settings


def create_app(settings: Settings) -> Flask:
    """Build the app of these settings: database, pages, identity and every room's pages."""
    app = Flask(__name__, static_folder="static", template_folder="templates")
    app.config.from_mapping(settings.for_flask())
    app.extensions["tilsagn"] = settings
    init_database(app)
    pages.init_pages(app)
    identity.init_identity(app)
    return app
