"""Care contact by consent."""
