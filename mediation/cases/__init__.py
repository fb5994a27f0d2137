"""The life of a case: filing, moves, recusal of staff, departure of staff."""
