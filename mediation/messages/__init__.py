"""What is said in a case: relaying, secrets, file risks, taking back."""
