package io.agentctl.cli.policy;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.publishing.CheckedDocument;
import io.agentctl.control.publishing.PlanPublishing;
import io.agentctl.control.publishing.PlanPublishing.Comparison;
import io.agentctl.control.publishing.PublishPolicies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policy publish}. */
@Command(
        footer = {
            "agentctl policy publish token-cap.yaml --reason 'GOV-7: premium tenants'",
            "agentctl policy publish policies --dry-run      # what would become a version",
            "agentctl policy publish policies --sign key.pem # an Ed25519 key, or a KMS key's ARN or alias",
            "A published version never changes, and decides nothing until it is activated.",
        })
public final class PolicyPublish implements Verb {

    private final Function<List<Path>, List<CheckedDocument>> documents;
    private final UseCase<PlanPublishing.Request, PlanPublishing.Result> plan;
    private final UseCase<PublishPolicies.Request, ApplyPlan.Result> publish;
    private final Supplier<Path> projectPolicies;

    @Mixin
    private PolicyArguments policies = new PolicyArguments();

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; kept with the version.")
    private String reason;

    @Option(
            names = "--sign",
            paramLabel = "KEY",
            description = "Sign with a key: a file with an Ed25519 private key, or the ARN or alias of a KMS key.")
    private String key;

    public PolicyPublish(
            Function<List<Path>, List<CheckedDocument>> documents,
            UseCase<PlanPublishing.Request, PlanPublishing.Result> plan,
            UseCase<PublishPolicies.Request, ApplyPlan.Result> publish,
            Supplier<Path> projectPolicies) {
        this.documents = documents;
        this.plan = plan;
        this.publish = publish;
        this.projectPolicies = projectPolicies;
    }

    @Override
    public int call(Console console) {
        List<CheckedDocument> checked = documents.apply(policies.filesOr(projectPolicies));
        PlanPublishing.Result planned = plan.run(new PlanPublishing.Request(checked, reason), console.progress());
        planned.documents().forEach(comparison -> tell(console, comparison));
        return new PlanRun((request, progress) -> publish.run(
                        new PublishPolicies.Request(request.plan(), checked, Optional.ofNullable(key)), progress))
                .finish(console, planned.plan(), Duration.ZERO);
    }

    private static void tell(Console console, Comparison comparison) {
        comparison
                .same()
                .ifPresent(same -> console.say(comparison.policy() + ": this content is version " + same + " already"
                        + (same == comparison.newest()
                                ? ""
                                : "; the newest is " + comparison.newest() + ", so activate " + comparison.policy()
                                        + "@" + same)));
        comparison.differences().forEach(difference -> console.say(comparison.policy() + ": " + difference));
    }
}
