"""Tables of cases and what belongs to them."""
