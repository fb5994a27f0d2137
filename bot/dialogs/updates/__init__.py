"""The way in: polling or webhook, then the queue of each person."""
