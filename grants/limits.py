"""What every call allows of documents: said before anybody starts, held when they come."""

MOST_ATTACHMENTS = 30
