package io.agentctl.control.publishing;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.policies.store.PolicyVersion;
import io.agentctl.policies.store.PublishRequest;
import io.agentctl.policies.store.Signer;
import io.agentctl.policies.store.VersionLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Turns a document into an operation that publishes it. A version decides nothing until it is activated, and is never
 * taken back: undoing the operation leaves it in the store.
 */
final class PublishApplier implements Applier {

    private final Policies policies;
    private final BooleanSupplier tableExists;
    private final List<CheckedDocument> documents;
    private final Optional<Signer> signer;
    private final Supplier<String> actor;

    PublishApplier(
            Policies policies,
            BooleanSupplier tableExists,
            List<CheckedDocument> documents,
            Optional<Signer> signer,
            Supplier<String> actor) {
        this.policies = policies;
        this.tableExists = tableExists;
        this.documents = List.copyOf(documents);
        this.signer = signer;
        this.actor = actor;
    }

    @Override
    public String resourceType() {
        return PlanPublishing.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        CheckedDocument document = document(resource.resource().name());
        boolean table = policies.translated("look for the table", tableExists::getAsBoolean);
        Optional<VersionLine> newest = table
                ? policies.ask("read policy " + document.policy(), store -> store.newest(document.policy()))
                : Optional.empty();
        if (!PlanPublishing.fingerprint(newest).equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: "
                            + newest.map(line -> line.actor() + " published version " + line.ref() + " of policy "
                                            + document.policy() + " at " + line.at())
                                    .orElse("policy " + document.policy() + " is gone"),
                    "Plan anew; nothing was changed.");
        }
        Change change = resource.changes().getFirst();
        List<Step> steps = new ArrayList<>();
        if (!table) {
            steps.add(Step.check("see that the table for policies is there", CreateTable.action()));
        }
        steps.add(Step.check("publish it", PublishVersion.action(request(document, newest, change.why()))));
        String summary = "version " + (change.from().isEmpty() ? "none" : change.from()) + " to " + change.to();
        return new OperationDraft(plan.kind(), resource.resource(), plan.target(), summary, steps);
    }

    private PublishRequest request(CheckedDocument document, Optional<VersionLine> newest, String reason) {
        Optional<PolicyVersion.Signature> signature = signer.map(
                key -> policies.translated("sign policy " + document.policy(), () -> key.sign(document.digest())));
        return new PublishRequest(
                document.policy(),
                document.owner(),
                document.text(),
                document.digest(),
                signature,
                actor.get(),
                reason,
                newest.map(VersionLine::ref));
    }

    private CheckedDocument document(String policy) {
        return documents.stream()
                .filter(document -> document.policy().value().equals(policy))
                .findFirst()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.USAGE,
                        "a plan to publish does not hold the documents, so it cannot be applied from a file",
                        "Publish the file: agentctl policy publish FILE"));
    }
}
