package io.agentctl.control.permission;

import static io.agentctl.control.permission.Common.HEADS;
import static io.agentctl.control.permission.Common.JOURNAL;
import static io.agentctl.control.permission.Common.POLICIES;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.PolicyUseCases;
import java.util.Map;

/** What policies in their store take. */
final class PolicyNeeds {

    private static final Needs TABLE = Scope.POLICIES.may("dynamodb:DescribeTable");

    private static final Needs WRITTEN = Scope.POLICIES.may("dynamodb:PutItem");

    /** A version that goes in force has to be there. */
    private static final Needs IN_FORCE = WRITTEN.and(Scope.POLICIES.may("dynamodb:ConditionCheckItem"));

    /** A store that is not there yet is made; a signature is added to the version. */
    private static final Needs PUBLISHED = WRITTEN.and(Scope.POLICIES.may(
            "dynamodb:UpdateItem", "dynamodb:CreateTable", "dynamodb:DescribeTimeToLive", "dynamodb:UpdateTimeToLive"));

    private static final Needs SIGNED = Scope.SIGNING_KEYS.may("kms:GetPublicKey", "kms:Sign");

    private PolicyNeeds() {}

    static Map<NamedUseCase<?, ?>, Needs> all() {
        return Map.ofEntries(
                Map.entry(PolicyUseCases.PLAN_PUBLISHING, HEADS.and(TABLE)),
                Map.entry(PolicyUseCases.PUBLISH, HEADS.and(TABLE).changing(JOURNAL, PUBLISHED, SIGNED)),
                Map.entry(PolicyUseCases.PLAN_ACTIVATION, HEADS.changing(JOURNAL, IN_FORCE)),
                Map.entry(PolicyUseCases.PLAN_ROLLBACK, POLICIES.changing(JOURNAL, IN_FORCE)),
                Map.entry(PolicyUseCases.LIST, POLICIES),
                Map.entry(PolicyUseCases.SHOW, HEADS),
                Map.entry(PolicyUseCases.HISTORY, Scope.POLICIES.may("dynamodb:Query")),
                Map.entry(PolicyUseCases.STATUS, POLICIES),
                Map.entry(PolicyUseCases.INSTANCES, POLICIES),
                Map.entry(PolicyUseCases.DECISIONS, Scope.POLICIES.may("dynamodb:Query")),
                Map.entry(PolicyUseCases.IN_FORCE, HEADS),
                Map.entry(PolicyUseCases.DRIFT, POLICIES));
    }
}
