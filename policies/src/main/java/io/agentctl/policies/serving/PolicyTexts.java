package io.agentctl.policies.serving;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.compile.Compilation;
import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.document.CanonicalForm;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.store.PolicyVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** From texts to compiled policies; what cannot be enforced is refused. */
public final class PolicyTexts {

    /** An exception that expired since it was published is void, and no reason to refuse its policy here. */
    private final PolicyCompiler compiler = new PolicyCompiler(InstantSource.fixed(Instant.EPOCH));

    /**
     * Compiles a stored version.
     *
     * @throws PolicyException BAD_DOCUMENT with every finding, if it cannot be enforced
     */
    public CompiledPolicy compile(PolicyVersion version) {
        return compile(
                version.policy() + "@" + version.ref(),
                version.text(),
                version.ref().toString());
    }

    /**
     * Compiles a text.
     *
     * @param file its name, for messages
     * @param version what decisions call it
     * @throws PolicyException BAD_DOCUMENT with every finding, if it cannot be enforced
     */
    public CompiledPolicy compile(String file, String text, String version) {
        Compilation compilation = compiler.compile(PolicyReader.read(file, text), version);
        return compilation.policy().orElseThrow(() -> refused(file, compilation));
    }

    /**
     * What a text is stored under.
     *
     * @throws PolicyException BAD_DOCUMENT if it is no policy of that id
     */
    public static String digest(PolicyId policy, String text) {
        PolicySource source = PolicyReader.read(policy.value(), text);
        return source.document()
                .filter(document -> document.id().equals(policy))
                .map(CanonicalForm::digest)
                .orElseThrow(() -> new PolicyException(
                        PolicyException.Kind.BAD_DOCUMENT,
                        "what is stored as a version of %s is no such policy".formatted(policy),
                        "publish the policy again",
                        null));
    }

    private static PolicyException refused(String file, Compilation compilation) {
        String findings = compilation.diagnostics().stream()
                .filter(finding -> finding.severity() == Diagnostic.Severity.ERROR)
                .map(Diagnostic::text)
                .collect(Collectors.joining("; "));
        return new PolicyException(
                PolicyException.Kind.BAD_DOCUMENT,
                "%s cannot be enforced: %s".formatted(file, findings),
                "publish a version that passes policy check",
                null);
    }
}
