"""Tables that keep the service running: mail, audit, keys."""
