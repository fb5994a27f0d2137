"""Shows a paper: as pages of chat and as a DOCX file, both from the same lines."""
