package io.agentctl.policies.compile;

import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.PolicySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is found in a document. */
final class Findings {

    private final PolicySource source;
    private final List<Diagnostic> found = new ArrayList<>();

    Findings(PolicySource source) {
        this.source = source;
    }

    List<Diagnostic> all() {
        return List.copyOf(found);
    }

    void error(String pointer, Code code, String message) {
        add(Severity.ERROR, pointer, code, message);
    }

    void warning(String pointer, Code code, String message) {
        add(Severity.WARNING, pointer, code, message);
    }

    void add(Severity severity, String pointer, Code code, String message) {
        found.add(source.finding(severity, pointer, code, message));
    }

    /** Adds what was found in an expression. */
    void issue(String pointer, Issue issue) {
        found.add(source.findingWithin(
                issue.severity(), pointer, issue.line(), issue.column(), issue.code(), issue.message()));
    }

    /** Adds what was found in an expression, and hands it on if it can be used. */
    Optional<Expression> take(String pointer, ExpressionCompiler.Compiled compiled) {
        compiled.issues().forEach(issue -> issue(pointer, issue));
        return compiled.expression();
    }
}
