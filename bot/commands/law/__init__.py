"""Commands about law: ask, laws, cards, plain words, index, evaluation."""
