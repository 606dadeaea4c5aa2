package io.agentctl.control.catalogue;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.authoring.PolicyDocuments;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.publishing.CheckPolicyDrift;
import io.agentctl.control.publishing.ListPolicies;
import io.agentctl.control.publishing.PlanActivation;
import io.agentctl.control.publishing.PlanPolicyRollback;
import io.agentctl.control.publishing.PlanPublishing;
import io.agentctl.control.publishing.PolicyHistory;
import io.agentctl.control.publishing.PolicyStatus;
import io.agentctl.control.publishing.PublishPolicies;
import io.agentctl.control.publishing.ReadDecisions;
import io.agentctl.control.publishing.ReadInForce;
import io.agentctl.control.publishing.RuntimeInstances;
import io.agentctl.control.publishing.ShowPolicy;
import io.agentctl.policies.store.PolicyVersion;
import java.time.InstantSource;
import java.util.List;

/** What can be asked of policies in their store. */
public final class PolicyUseCases {

    /** Versions to be made. */
    public static final NamedUseCase<PlanPublishing.Request, PlanPublishing.Result> PLAN_PUBLISHING =
            NamedUseCase.reading(
                    "policy.plan-publishing",
                    PlanPublishing.Request.class,
                    PlanPublishing.Result.class,
                    here -> here.publishing().planPublishing(here::here, new PolicyDocuments(InstantSource.system())));

    /** Versions made, which never change. */
    public static final NamedUseCase<PublishPolicies.Request, ApplyPlan.Result> PUBLISH = NamedUseCase.changing(
            "policy.publish", PublishPolicies.Request.class, ApplyPlan.Result.class, here -> here.publishing()
                    .publishPolicies(here::changedHere, here.operations()::runner));

    /** A version to be put in force, or tried. */
    public static final NamedUseCase<PlanActivation.Request, Plan> PLAN_ACTIVATION = NamedUseCase.reading(
            "policy.plan-activation",
            PlanActivation.Request.class,
            Plan.class,
            here -> new PlanActivation(here::here, here.publishing().policies(), here.clock()));

    /** The way back to what was in force before. */
    public static final NamedUseCase<PlanPolicyRollback.Request, Plan> PLAN_ROLLBACK = NamedUseCase.reading(
            "policy.plan-rollback",
            PlanPolicyRollback.Request.class,
            Plan.class,
            here -> new PlanPolicyRollback(here::here, here.publishing().policies(), here.clock()));

    /** Policies of an environment and what is in force. */
    public static final NamedUseCase<String, ListPolicies.Result> LIST = NamedUseCase.reading(
            "policy.list",
            String.class,
            ListPolicies.Result.class,
            here -> new ListPolicies(here.publishing().policies()));

    /** A version as it was published. */
    public static final NamedUseCase<ShowPolicy.Request, PolicyVersion> SHOW = NamedUseCase.reading(
            "policy.show",
            ShowPolicy.Request.class,
            PolicyVersion.class,
            here -> new ShowPolicy(here.publishing().policies()));

    /** A policy's versions, and when each was in force. */
    public static final NamedUseCase<PolicyHistory.Request, PolicyHistory.Result> HISTORY = NamedUseCase.reading(
            "policy.history",
            PolicyHistory.Request.class,
            PolicyHistory.Result.class,
            here -> new PolicyHistory(here.publishing().policies()));

    /** What an environment enforces, and which runtimes do. */
    public static final NamedUseCase<String, PolicyStatus.Result> STATUS = NamedUseCase.reading(
            "policy.status",
            String.class,
            PolicyStatus.Result.class,
            here -> new PolicyStatus(here.publishing().policies(), here.clock()));

    /** Which runtimes enforce an environment. */
    public static final NamedUseCase<String, RuntimeInstances.Result> INSTANCES = NamedUseCase.reading(
            "policy.instances",
            String.class,
            RuntimeInstances.Result.class,
            here -> new RuntimeInstances(new PolicyStatus(here.publishing().policies(), here.clock())));

    /** Decisions that runtimes recorded. */
    public static final NamedUseCase<ReadDecisions.Request, ReadDecisions.Result> DECISIONS = NamedUseCase.reading(
            "policy.decisions",
            ReadDecisions.Request.class,
            ReadDecisions.Result.class,
            here -> new ReadDecisions(here.publishing().policies()));

    /** The versions that an environment enforces, whole. */
    public static final NamedUseCase<ReadInForce.Request, ReadInForce.Result> IN_FORCE = NamedUseCase.reading(
            "policy.in-force",
            ReadInForce.Request.class,
            ReadInForce.Result.class,
            here -> new ReadInForce(here.publishing().policies()));

    /** What an environment should enforce, against what runtimes do, and against files. */
    public static final NamedUseCase<CheckPolicyDrift.Request, CheckPolicyDrift.Result> DRIFT = NamedUseCase.reading(
            "policy.drift",
            CheckPolicyDrift.Request.class,
            CheckPolicyDrift.Result.class,
            here -> new CheckPolicyDrift(
                    here.publishing().policies(),
                    new PolicyStatus(here.publishing().policies(), here.clock())));

    private PolicyUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(
                PLAN_PUBLISHING,
                PUBLISH,
                PLAN_ACTIVATION,
                PLAN_ROLLBACK,
                LIST,
                SHOW,
                HISTORY,
                STATUS,
                INSTANCES,
                DECISIONS,
                IN_FORCE,
                DRIFT);
    }
}
