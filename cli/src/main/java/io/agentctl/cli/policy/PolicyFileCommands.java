package io.agentctl.cli.policy;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.CheckPolicies;
import io.agentctl.control.authoring.ComparePolicies;
import io.agentctl.control.authoring.FormatPolicies;
import io.agentctl.control.authoring.ShowPolicySchema;
import io.agentctl.control.authoring.TestPolicies;
import io.agentctl.control.authoring.TryPolicies;
import io.agentctl.control.authoring.WritePolicy;
import io.agentctl.control.publishing.RecordedDecisions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The verbs that work on files, without AWS. */
final class PolicyFileCommands {

    private final Wiring wiring;

    PolicyFileCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    List<Entry> entries() {
        return List.of(
                new Leaf(
                        "init",
                        "Write a first policy with tests, or one of the library.",
                        () -> new PolicyInit(writePolicy(), this::folder)),
                new Leaf(
                        "check",
                        "Find everything that is wrong with policies.",
                        () -> new PolicyCheck(checkPolicies(), this::folder)),
                new Leaf(
                        "fmt",
                        "Lay policies out in the one way; comments stay.",
                        () -> new PolicyFmt(formatPolicies(), this::folder)),
                new Leaf(
                        "test",
                        "Run the tests of policies, and tell what they cover.",
                        () -> new PolicyTest(testPolicies(), this::folder)),
                new Leaf(
                        "diff",
                        "Tell what a policy means differently from another.",
                        () -> new PolicyDiff(comparePolicies())),
                new Leaf(
                        "eval",
                        "Put a request to policies, and print the decision.",
                        () -> new PolicyEval(tryPolicies(), this::folder)),
                new Leaf(
                        "explain",
                        "The same, with each rule's value and what would have passed.",
                        () -> new PolicyExplain(tryPolicies(), this::folder)),
                new Leaf(
                        "schema",
                        "Print the JSON Schema of policies, for editors.",
                        () -> new PolicySchemaShow(showPolicySchema())));
    }

    private UseCase<CheckPolicies.Request, CheckPolicies.Result> checkPolicies() {
        return (request, progress) -> new CheckPolicies(clock()).run(request, progress);
    }

    private UseCase<FormatPolicies.Request, FormatPolicies.Result> formatPolicies() {
        return (request, progress) -> new FormatPolicies().run(request, progress);
    }

    private UseCase<TestPolicies.Request, TestPolicies.Result> testPolicies() {
        return (request, progress) -> new TestPolicies(clock()).run(request, progress);
    }

    private UseCase<ComparePolicies.Request, ComparePolicies.Result> comparePolicies() {
        RecordedDecisions recorded = RecordedDecisionsOf.store(wiring);
        return (request, progress) -> new ComparePolicies(() -> recorded).run(request, progress);
    }

    private UseCase<TryPolicies.Request, TryPolicies.Result> tryPolicies() {
        return (request, progress) -> new TryPolicies(clock()).run(request, progress);
    }

    private UseCase<WritePolicy.Request, WritePolicy.Result> writePolicy() {
        return (request, progress) -> new WritePolicy().run(request, progress);
    }

    private UseCase<ShowPolicySchema.Request, ShowPolicySchema.Result> showPolicySchema() {
        return (request, progress) -> new ShowPolicySchema().run(request, progress);
    }

    /** Where the project keeps its policies. */
    private Path folder() {
        return wiring.settings().project().policies().value();
    }

    /** What is offline goes by this machine's clock. */
    private static InstantSource clock() {
        return InstantSource.system();
    }
}
