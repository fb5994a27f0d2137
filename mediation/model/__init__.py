"""What the layer speaks of: plain records without rules."""
