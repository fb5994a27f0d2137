"""Campaigns, subscriptions and the ledger of recipients."""
