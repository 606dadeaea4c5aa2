package io.agentctl.policies.document;

/**
 * A finding in a document.
 *
 * @param file the file's name as the user gave it
 * @param pointer what it is about, as a JSON pointer into the document such as {@code /spec/rules/2/when}
 * @param message what is wrong and, where that can be told, what would be right
 */
public record Diagnostic(
        Severity severity, String file, SourcePosition position, String pointer, Code code, String message) {

    /** How bad it is: an error refuses the document, a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** What kind of finding it is; stable, for machines. */
    public enum Code {
        SYNTAX,
        UNKNOWN_KEY,
        MISSING_KEY,
        BAD_VALUE,
        DUPLICATE,
        TOO_LARGE,
        EXPRESSION,
        UNKNOWN_NAME,
        /** A rule reads what a request may lack, and does not ask whether it is there. */
        UNGUARDED_FACT,
        UNREACHABLE_RULE,
        CONTRADICTION,
        EXPIRED_EXCEPTION,
        UNUSED_PARAMETER,
        FAILING_TEST
    }

    /** As compilers write it: {@code file:line:column: error: message}. */
    public String text() {
        return "%s:%d:%d: %s: %s"
                .formatted(
                        file,
                        position.line(),
                        position.column(),
                        severity == Severity.ERROR ? "error" : "warning",
                        message);
    }
}
