package io.agentctl.policies.compile;

import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.document.SourcePosition;
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
        found.add(new Diagnostic(severity, source.file(), source.position(pointer), pointer, code, message));
    }

    /** Adds what was found in an expression. */
    void issue(String pointer, Issue issue) {
        SourcePosition start = source.position(pointer);
        int column = issue.line() == 1 ? start.column() + issue.column() - 1 : issue.column();
        SourcePosition at = new SourcePosition(start.line() + issue.line() - 1, column);
        found.add(new Diagnostic(issue.severity(), source.file(), at, pointer, issue.code(), issue.message()));
    }

    /** Adds what was found in an expression, and hands it on if it can be used. */
    Optional<Expression> take(String pointer, ExpressionCompiler.Compiled compiled) {
        compiled.issues().forEach(issue -> issue(pointer, issue));
        return compiled.expression();
    }
}
