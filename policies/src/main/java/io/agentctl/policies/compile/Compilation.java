package io.agentctl.policies.compile;

import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What compiling gave.
 *
 * @param policy present if no finding is an error
 * @param diagnostics of form and of meaning, in the order of the file
 */
public record Compilation(Optional<CompiledPolicy> policy, List<Diagnostic> diagnostics) {

    public Compilation {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether there is a finding that refuses the policy. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
