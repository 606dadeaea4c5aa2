package io.agentctl.policies.document;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Findings {

    private final String file;
    private final List<Diagnostic> all = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void error(Code code, SourcePosition position, String pointer, String message) {
        all.add(new Diagnostic(Severity.ERROR, file, position, pointer, code, message));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** All of them in the order of the text. */
    List<Diagnostic> inOrder() {
        return all.stream()
                .sorted(Comparator.comparingInt(
                                (Diagnostic finding) -> finding.position().line())
                        .thenComparingInt(finding -> finding.position().column()))
                .toList();
    }
}
