"""The way in: polling or webhook, reception, dispatcher."""
