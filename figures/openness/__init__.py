"""Openness: the public journal, requests for documents, and a party's own file."""
