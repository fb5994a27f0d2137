"""What a calculator asks and how an answer is read."""
