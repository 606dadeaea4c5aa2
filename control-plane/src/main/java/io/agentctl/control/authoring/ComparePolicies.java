package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.DocumentChange;
import io.agentctl.policies.document.PolicyDiff;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicySource;
import java.nio.file.Path;
import java.util.List;

/** Tells what a policy means differently from another: rules, limits, exceptions; not its layout. */
public final class ComparePolicies implements UseCase<ComparePolicies.Request, ComparePolicies.Result> {

    /** Asks for what changes from one file to another. */
    public record Request(Path before, Path after) {}

    /** What changes, in the order of the document; empty if they mean the same. */
    public record Result(String before, String after, List<DocumentChange> changes) {}

    @Override
    public Result run(Request request, ProgressListener progress) {
        PolicyDocument before = document(request.before());
        PolicyDocument after = document(request.after());
        return new Result(request.before().toString(), request.after().toString(), PolicyDiff.between(before, after));
    }

    private static PolicyDocument document(Path file) {
        PolicySource source = PolicyFiles.read(PolicyFiles.find(List.of(file)).getFirst());
        return source.document()
                .orElseThrow(() -> DraftPolicies.refused(source.diagnostics().stream()
                        .filter(finding -> finding.severity() == Diagnostic.Severity.ERROR)
                        .toList()));
    }
}
