"""What the law and the company's rules say."""
