package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.publishing.RecordedDecisions;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.DocumentChange;
import io.agentctl.policies.document.PolicyDiff;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.store.PolicyVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells what a policy means differently from another: rules, limits, exceptions; not its layout. */
public final class ComparePolicies implements UseCase<ComparePolicies.Request, ComparePolicies.Result> {

    private final Supplier<RecordedDecisions> store;

    /**
     * Makes the use case.
     *
     * @param store not asked where both policies are files
     */
    public ComparePolicies(Supplier<RecordedDecisions> store) {
        this.store = store;
    }

    /**
     * Asks for what changes from one policy to another.
     *
     * @param before empty for the version of the same policy that is in force
     * @param environment where it is in force
     */
    public record Request(Optional<NamedPolicy> before, NamedPolicy after, String environment) {}

    /**
     * What changes, in the order of the document; empty if they mean the same.
     *
     * @param before what was compared, such as {@code token-cap@3}
     */
    public record Result(String before, String after, List<DocumentChange> changes) {}

    private record Side(String name, PolicyDocument document) {}

    @Override
    public Result run(Request request, ProgressListener progress) {
        Side after = side(request.after());
        Side before = request.before().map(this::side).orElseGet(() -> inForce(after, request.environment()));
        return new Result(before.name(), after.name(), PolicyDiff.between(before.document(), after.document()));
    }

    private Side side(NamedPolicy named) {
        return switch (named) {
            case NamedPolicy.OfFile file ->
                new Side(
                        file.text(),
                        document(PolicyFiles.read(
                                PolicyFiles.find(List.of(file.file())).getFirst())));
            case NamedPolicy.OfStore version -> side(store.get().version(version.policy(), version.number()));
        };
    }

    private Side inForce(Side after, String environment) {
        return store.get()
                .inForce(environment, after.document().id())
                .map(ComparePolicies::side)
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "policy " + after.document().id() + " is not in force in " + environment
                                + ", so there is nothing to compare " + after.name() + " with",
                        "Name another environment with --environment, or two policies."));
    }

    private static Side side(PolicyVersion version) {
        String name = version.policy() + "@" + version.ref();
        return new Side(name, document(PolicyReader.read(name, version.text())));
    }

    private static PolicyDocument document(PolicySource source) {
        return source.document()
                .orElseThrow(() -> DraftPolicies.refused(source.diagnostics().stream()
                        .filter(finding -> finding.severity() == Diagnostic.Severity.ERROR)
                        .toList()));
    }
}
