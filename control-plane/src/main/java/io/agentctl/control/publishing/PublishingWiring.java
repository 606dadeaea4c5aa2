package io.agentctl.control.publishing;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.plan.Target;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.PolicyTable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts this package's parts together, for the composition root of a program. Touches no AWS client until one is used.
 */
public final class PublishingWiring {

    private final AwsClients aws;
    private final String table;
    private final Clock clock;
    private final Supplier<String> actor;
    private final Policies policies;
    private final List<ActionHandler> handlers;

    /**
     * Wires the package.
     *
     * @param table the name of the table for policies, {@code ${project}-governance-policies}
     * @param actor who changes things, for the store's history
     */
    public PublishingWiring(AwsClients aws, String table, Clock clock, Patience patience, Supplier<String> actor) {
        this.aws = aws;
        this.table = table;
        this.clock = clock;
        this.actor = actor;
        this.policies = new Policies(() -> new PolicyStore(aws.dynamoDb(), table, clock));
        VerifyHead verify = new VerifyHead(policies);
        this.handlers = List.of(
                new CreateTable(policies, this::policyTable),
                new PublishVersion(policies),
                new UpdateHead(policies),
                new RestoreHead(policies),
                verify,
                new AwaitRuntimes(policies, verify, clock, patience));
    }

    private PolicyTable policyTable() {
        return new PolicyTable(aws.dynamoDb(), table);
    }

    private boolean tableExists() {
        return policyTable().exists();
    }

    /** The way to the store. */
    public Policies policies() {
        return policies;
    }

    /** The names of all policies in the store. */
    public List<String> names() {
        return policies.ask("list policies", PolicyStore::list).stream()
                .map(line -> line.policy().value())
                .toList();
    }

    /** Carries out this package's actions. */
    public List<ActionHandler> handlers() {
        return handlers;
    }

    /** Turns plans for environments into operations, and explains why plans to publish need their files. */
    public List<Applier> appliers() {
        return List.of(
                new HeadApplier(policies, actor),
                new PublishApplier(policies, this::tableExists, List.of(), Optional.empty(), actor));
    }

    /** The use case that plans which documents become versions. */
    public PlanPublishing planPublishing(Supplier<Target> here, DocumentDifference difference) {
        return new PlanPublishing(here, policies, this::tableExists, difference, clock);
    }

    /** The use case that publishes them. */
    public PublishPolicies publishPolicies(Supplier<Target> here, Supplier<OperationRunner> runner) {
        return new PublishPolicies(here, policies, this::tableExists, new SigningKeys(aws::kms), actor, runner);
    }
}
