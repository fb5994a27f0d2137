"""An employee's own cases."""
