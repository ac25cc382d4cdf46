"""The blueprint that all pages of this room stand on."""

from flask import Blueprint

pages = Blueprint("grants", __name__)
