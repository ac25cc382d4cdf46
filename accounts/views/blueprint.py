"""The blueprint that all pages of this room stand on."""

from flask import Blueprint

pages = Blueprint("accounts", __name__)
