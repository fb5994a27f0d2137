"""Reading of Chinese text: words, numerals, sounds, typing slips, spoken forms."""
