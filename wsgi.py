"""What a WSGI server loads: the app of the environment's settings, behind its trusted proxies."""

import gc
import os

from werkzeug.middleware.proxy_fix import ProxyFix

from app import create_app
from figures.public.again import Again
from foundation.settings import Settings

settings = Settings.from_environment(os.environ)
app = create_app(settings)
application = ProxyFix(
    Again(app),
    x_for=settings.trusted_proxies,
    x_proto=settings.trusted_proxies,
    x_host=settings.trusted_proxies,
)

# All that is loaded by now lives as long as the process: looking through it for garbage, in the middle
# of a page, costs more than the page does.
gc.collect()
gc.freeze()
