"""What each kommune of a grant must decide at home before money is paid (inv. 188)."""
