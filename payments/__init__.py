"""What is paid: the append-only ledger and the instalments."""
