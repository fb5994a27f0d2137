"""Backup, retention, statistics, departure, copies of own data."""
