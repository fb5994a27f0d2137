"""Working days and deadlines, counted by rules that name their article."""
