"""Tables of people, roles, consents and campaigns."""
