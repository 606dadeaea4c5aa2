package io.agentctl.policies.document;

/** What a rule means that could not be evaluated: a fact is missing, a limit was hit. */
public enum OnError {
    /** The request is denied: the default, since nobody knows what the rule would have said. */
    DENY,
    /** The rule is taken as one that does not apply; the error is recorded. */
    ALLOW
}
