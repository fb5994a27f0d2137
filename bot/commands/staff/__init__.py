"""Commands about staff, duty and organisation."""
