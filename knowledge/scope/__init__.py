"""What no law answers: known kinds by patterns, everything else by what the words of a question weigh."""

from knowledge.scope.patterns import SCOPE_FILE, Scope, load_scope
from knowledge.scope.unanswerable import Asides, load_asides

__all__ = ["SCOPE_FILE", "Asides", "Scope", "load_asides", "load_scope"]
