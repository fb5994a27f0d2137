"""The audit log as kept."""
