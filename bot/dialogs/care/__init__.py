"""Care by consent."""
