"""How gunicorn serves Tilsagn. `./tilsagn serve` and `./tilsagn demo` start it with this file."""

import gc
import os
import sys
from pathlib import Path
from threading import Event, Thread

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from foundation import worker as background
from foundation.settings import Settings

settings = Settings.from_environment(os.environ)

chdir = str(Path(__file__).resolve().parent)
wsgi_app = "wsgi:application"
bind = f"{settings.bind}:{settings.port}"
worker_class = "gthread"
workers = settings.workers
threads = settings.threads
# A worker that is busy with a large upload or file is not dead.
timeout = 120
# Only wsgi.py decides which proxies are believed.
forwarded_allow_ips = ""
control_socket_disable = True
loglevel = "warning"


def when_ready(server: Arbiter) -> None:
    """Say where, once people are answered."""
    del server
    where = settings.base_url if settings.demo else f"{settings.bind}:{settings.port}"
    sys.stderr.write(f"Tilsagn answers on {where} – stop it with Ctrl-C\n")


def post_fork(server: Arbiter, worker: Worker) -> None:
    """Look for no garbage while the app is loaded: wsgi.py sets all of it aside."""
    del server, worker
    gc.disable()


def post_worker_init(server: Worker) -> None:
    """Begin to look for garbage. In a demonstration the one process also does the background work."""
    gc.enable()
    if settings.demo:
        app = server.wsgi.app.app  # behind the proxies, and behind what answers the same again
        Thread(target=background.work, args=(app, Event()), daemon=True).start()
