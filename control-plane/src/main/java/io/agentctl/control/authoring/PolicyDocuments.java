package io.agentctl.control.authoring;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.publishing.CheckedDocument;
import io.agentctl.control.publishing.DocumentDifference;
import io.agentctl.policies.document.CanonicalForm;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.DocumentChange;
import io.agentctl.policies.document.PolicyDiff;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.document.PolicySource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Policies from files as publishing wants them: checked once more, tests included, so that nothing else is published.
 */
public final class PolicyDocuments implements DocumentDifference {

    private final CheckPolicies check;

    /** Makes the reader; the clock tells which exceptions have expired. */
    public PolicyDocuments(InstantSource clock) {
        this.check = new CheckPolicies(clock);
    }

    /**
     * Reads policies that are sound.
     *
     * @throws AgentctlException BAD_DOCUMENT with every error of every file, failing tests included
     */
    public List<CheckedDocument> read(List<Path> files) {
        List<CheckedDocument> documents = new ArrayList<>();
        List<Diagnostic> errors = new ArrayList<>();
        for (CheckPolicies.Found found : check.look(files)) {
            found.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .forEach(errors::add);
            found.source().document().ifPresent(document -> documents.add(checked(found.source(), document)));
        }
        if (!errors.isEmpty()) {
            throw DraftPolicies.refused(errors);
        }
        return documents;
    }

    @Override
    public List<String> between(String from, String to) {
        return PolicyDiff.between(document(from), document(to)).stream()
                .map(DocumentChange::text)
                .toList();
    }

    private static CheckedDocument checked(PolicySource source, PolicyDocument document) {
        return new CheckedDocument(
                source.file(), document.id(), document.owner(), source.text(), CanonicalForm.digest(document));
    }

    /** A version that was published was sound then; what it means now is for whoever loads it. */
    private static PolicyDocument document(String text) {
        PolicySource source = PolicyReader.read("version", text);
        return source.document().orElseThrow(() -> DraftPolicies.refused(source.diagnostics()));
    }
}
