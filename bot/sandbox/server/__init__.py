"""The web server of the sandbox."""
