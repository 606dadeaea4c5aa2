package io.agentctl.policies.testing;

/** What kinds of tokens a mutation looks for. */
enum TokenKind {
    NUMBER,
    NAME,
    STRING,
    OPERATOR,
    OPEN,
    CLOSE,
    COMMA
}
