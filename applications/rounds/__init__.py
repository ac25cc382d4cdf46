"""What happens to a published call, and to the applications that have been begun under it."""
