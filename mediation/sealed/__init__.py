"""Reports that accuse somebody, and who reads them."""
