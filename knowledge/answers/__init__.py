"""From a question to what is shown: stored articles, cards, or "no verified source"."""
