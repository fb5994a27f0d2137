"""DOCX, PDF, HTML, Markdown and plain text turned into paragraphs."""
