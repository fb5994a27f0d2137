"""The documents of a case: written from templates that people edit, signed by people."""
