"""Control: cases drawn by lot, looked into by a checklist, with findings and what follows from them."""
