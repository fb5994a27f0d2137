"""A cry for help: the lane, and who is on duty."""
