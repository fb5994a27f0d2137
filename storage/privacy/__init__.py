"""Consents, complaints, holds, erasures and what removes data."""
