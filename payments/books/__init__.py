"""The books: money moved between posts and years, balances kept beside the entries, closed months."""
