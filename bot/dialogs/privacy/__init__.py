"""/mydata: seeing, exporting, correcting and deleting one's data, consents, reasons, complaints."""
