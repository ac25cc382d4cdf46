"""What it costs to run the scheme: a book of its own, beside the ledger of the grants."""
