"""The staff: the gate of rights, and the duties on the roster."""
