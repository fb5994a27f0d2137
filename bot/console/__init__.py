"""Staff and machines look in over HTTP."""
