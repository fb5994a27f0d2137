"""What no law answers: known kinds by patterns, everything else by what the words of a question weigh."""

from knowledge.scope.patterns import SCOPE_FILE, Scope, load_scope
from knowledge.scope.unanswerable import UnanswerableClassifier, load_unanswerable_classifier

__all__ = ["SCOPE_FILE", "Scope", "UnanswerableClassifier", "load_scope", "load_unanswerable_classifier"]
