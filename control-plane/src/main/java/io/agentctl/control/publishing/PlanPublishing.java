package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.PolicyVersion;
import io.agentctl.policies.store.VersionLine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Plans which documents become versions: those whose content is in no version yet. */
public final class PlanPublishing implements UseCase<PlanPublishing.Request, PlanPublishing.Result> {

    /** A policy, as plans and the journal call it. */
    static final String RESOURCE_TYPE = "policy";

    static final String FIELD = "version";

    private static final int DIGITS_SHOWN = 12;

    /**
     * What is wanted.
     *
     * @param documents one a policy
     * @param reason why, in the actor's words; may be empty
     */
    public record Request(List<CheckedDocument> documents, String reason) {
        public Request {
            documents = List.copyOf(documents);
        }
    }

    /**
     * What would be published.
     *
     * @param plan without resources if all is published already
     * @param documents one for each document, in their order
     */
    public record Result(Plan plan, List<Comparison> documents) {
        public Result {
            documents = List.copyOf(documents);
        }
    }

    /**
     * A document beside the newest version.
     *
     * @param newest the newest version's number; 0 if there is none
     * @param same the version that has this content already, if one has; an older one needs activating, not publishing
     * @param differences from the newest version, in meaning
     */
    public record Comparison(String file, PolicyId policy, long newest, Optional<Long> same, List<String> differences) {
        public Comparison {
            differences = List.copyOf(differences);
        }
    }

    private final Supplier<Target> here;
    private final Policies policies;
    private final BooleanSupplier tableExists;
    private final DocumentDifference difference;
    private final Clock clock;

    /**
     * Makes the use case.
     *
     * @param tableExists where there is no table yet, nothing is published yet
     */
    public PlanPublishing(
            Supplier<Target> here,
            Policies policies,
            BooleanSupplier tableExists,
            DocumentDifference difference,
            Clock clock) {
        this.here = here;
        this.policies = policies;
        this.tableExists = tableExists;
        this.difference = difference;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        requireOneEach(request.documents());
        boolean table = policies.translated("look for the table", tableExists::getAsBoolean);
        List<Comparison> comparisons = new ArrayList<>();
        List<ResourcePlan> resources = new ArrayList<>();
        for (CheckedDocument document : request.documents()) {
            Optional<VersionLine> newest = table
                    ? policies.ask("read policy " + document.policy(), store -> store.newest(document.policy()))
                    : Optional.empty();
            Comparison comparison = newest.map(line -> compared(document, line))
                    .orElseGet(
                            () -> new Comparison(document.file(), document.policy(), 0, Optional.empty(), List.of()));
            comparisons.add(comparison);
            if (comparison.same().isEmpty()) {
                resources.add(planned(document, comparison, newest, request.reason()));
            }
        }
        return new Result(new Plan("policy publish", here.get(), clock.instant(), resources), comparisons);
    }

    private Comparison compared(CheckedDocument document, VersionLine newest) {
        return policies.ask(
                "read policy " + document.policy(),
                store -> new Comparison(
                        document.file(),
                        document.policy(),
                        newest.ref().number(),
                        store.version(document.policy(), document.digest())
                                .map(same -> same.ref().number()),
                        differences(store, document, newest)));
    }

    private List<String> differences(PolicyStore store, CheckedDocument document, VersionLine newest) {
        return store.version(document.policy(), newest.ref().digest())
                .map(PolicyVersion::text)
                .map(text -> difference.between(text, document.text()))
                .orElse(List.of());
    }

    private static ResourcePlan planned(
            CheckedDocument document, Comparison comparison, Optional<VersionLine> newest, String reason) {
        ResourceId resource = new ResourceId(RESOURCE_TYPE, document.policy().value());
        int count = comparison.differences().size();
        String what = newest.isEmpty()
                ? "a new policy"
                : count == 1 ? comparison.differences().getFirst() : count + " differences in meaning";
        Change change = new Change(
                resource,
                FIELD,
                newest.map(line -> line.ref().toString()).orElse(""),
                comparison.newest() + 1 + " (" + document.digest().substring(0, DIGITS_SHOWN) + ")",
                Selection.why(reason, what),
                Risk.LOW,
                Money.ZERO);
        return new ResourcePlan(resource, fingerprint(newest), List.of(change));
    }

    static String fingerprint(Optional<VersionLine> newest) {
        return newest.map(line -> line.ref().digest()).orElse("new");
    }

    private static void requireOneEach(List<CheckedDocument> documents) {
        Set<PolicyId> seen = new HashSet<>();
        for (CheckedDocument document : documents) {
            if (!seen.add(document.policy())) {
                throw new AgentctlException(
                        ErrorCode.USAGE,
                        "two of these files hold policy " + document.policy() + "; one is " + document.file(),
                        "Publish one of them.");
            }
        }
    }
}
