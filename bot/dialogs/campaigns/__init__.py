"""Article of the day and quiz."""
