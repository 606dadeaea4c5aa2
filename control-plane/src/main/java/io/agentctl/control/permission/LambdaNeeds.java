package io.agentctl.control.permission;

import static io.agentctl.control.permission.Common.JOURNAL;
import static io.agentctl.control.permission.Common.METRICS;

import io.agentctl.control.catalogue.LambdaUseCases;
import io.agentctl.control.catalogue.NamedUseCase;
import java.util.Map;

/** What Lambda functions take. */
final class LambdaNeeds {

    static final Needs NAMES = Scope.ANYTHING.may("lambda:ListFunctions");

    private static final Needs LIMITS = Scope.ANYTHING.may("lambda:GetAccountSettings");

    /** A function with its versions and aliases, and what is kept ready of them. */
    private static final Needs OBSERVED = Scope.FUNCTIONS.may(
            "lambda:GetFunctionConfiguration",
            "lambda:GetFunctionConcurrency",
            "lambda:ListAliases",
            "lambda:ListProvisionedConcurrencyConfigs",
            "lambda:ListVersionsByFunction");

    /** All of the account. */
    private static final Needs LISTED =
            NAMES.and(Scope.ALL_FUNCTIONS.may("lambda:ListAliases", "lambda:ListVersionsByFunction"));

    private static final Needs PRICED =
            LISTED.and(METRICS, Scope.ALL_FUNCTIONS.may("lambda:ListProvisionedConcurrencyConfigs"));

    /** Another architecture takes the same code again; an alias takes a version of its own. */
    private static final Needs MEMORY_SET = Scope.FUNCTIONS.may(
            "lambda:UpdateFunctionConfiguration",
            "lambda:UpdateFunctionCode",
            "lambda:GetFunction",
            "lambda:PublishVersion",
            "lambda:UpdateAlias",
            "lambda:DeleteFunction");

    private static final Needs READINESS_SET = Scope.FUNCTIONS.may(
            "lambda:GetProvisionedConcurrencyConfig",
            "lambda:PutProvisionedConcurrencyConfig",
            "lambda:DeleteProvisionedConcurrencyConfig");

    /** Each size is a version of its own with an alias, both of them deleted afterwards. */
    private static final Needs SWEPT = Scope.FUNCTIONS.may(
            "lambda:UpdateFunctionConfiguration",
            "lambda:PublishVersion",
            "lambda:CreateAlias",
            "lambda:InvokeFunction",
            "lambda:DeleteAlias",
            "lambda:DeleteFunction");

    private LambdaNeeds() {}

    static Map<NamedUseCase<?, ?>, Needs> all() {
        return Map.of(
                LambdaUseCases.FUNCTIONS, LISTED,
                LambdaUseCases.PLAN_SWEEP, OBSERVED.and(LIMITS, METRICS),
                LambdaUseCases.SWEEP, OBSERVED.changing(JOURNAL, SWEPT),
                LambdaUseCases.PLAN_MEMORY, OBSERVED.changing(JOURNAL, MEMORY_SET),
                LambdaUseCases.COST, PRICED.and(Scope.ANYTHING.may("ce:GetCostAndUsage")),
                LambdaUseCases.SHOW_CONCURRENCY, OBSERVED.and(LIMITS, METRICS),
                LambdaUseCases.ADVISE_CONCURRENCY, OBSERVED.and(LIMITS, METRICS),
                LambdaUseCases.PLAN_CONCURRENCY, OBSERVED.and(LIMITS).changing(JOURNAL, READINESS_SET));
    }

    /** What one report of costs asks of each function. */
    static Needs costs() {
        return PRICED.and(
                LIMITS, Scope.ALL_FUNCTIONS.may("lambda:GetFunctionConfiguration", "lambda:GetFunctionConcurrency"));
    }
}
