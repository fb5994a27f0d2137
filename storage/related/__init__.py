"""Links between cases, joint concerns and repeats as kept."""
