"""A cry for help: the crisis line, and who is on duty."""
