package io.agentctl.control.authoring;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.policies.compile.Compilation;
import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.Explainer;
import io.agentctl.policies.testing.PolicyTestRunner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Policies from files, compiled, for what only sound policies can be used for. */
final class DraftPolicies {

    private DraftPolicies() {}

    /**
     * Reads and compiles policies.
     *
     * @throws AgentctlException BAD_DOCUMENT with every error of every file
     */
    static List<CompiledPolicy> compile(List<Path> files, InstantSource clock) {
        PolicyCompiler compiler = new PolicyCompiler(clock);
        List<CompiledPolicy> policies = new ArrayList<>();
        List<Diagnostic> errors = new ArrayList<>();
        for (PolicySource source : PolicyFiles.read(files)) {
            Compilation compilation = compiler.compile(source, "draft");
            compilation.policy().ifPresent(policies::add);
            compilation.diagnostics().stream()
                    .filter(finding -> finding.severity() == Diagnostic.Severity.ERROR)
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
        return policies;
    }

    /** Runs tests of policies as they are enforced. */
    static PolicyTestRunner testRunner(InstantSource clock) {
        DecisionEngine engine = new DecisionEngine();
        return new PolicyTestRunner(new PolicyCompiler(clock), engine, new Explainer(engine));
    }

    /** The refusal of policies with errors in them. */
    static AgentctlException refused(List<Diagnostic> errors) {
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                (errors.size() == 1 ? "one error" : errors.size() + " errors") + ":\n"
                        + errors.stream().map(Diagnostic::text).collect(Collectors.joining("\n")),
                "'agentctl policy check' lists them at any time.");
    }
}
