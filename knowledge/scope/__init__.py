"""What no law answers: known kinds by patterns, everything else by what the words of a question weigh."""

from knowledge.scope.asides import Asides, load_asides
from knowledge.scope.patterns import SCOPE_FILE, Scope, load_scope

__all__ = ["SCOPE_FILE", "Asides", "Scope", "load_asides", "load_scope"]
