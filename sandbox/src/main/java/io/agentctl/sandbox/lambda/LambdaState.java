package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.ecs.Ids;
import io.agentctl.sandbox.time.Simulation;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** All functions of an account; to be used inside {@link Simulation#now}. */
public final class LambdaState {
    private final Simulation simulation;
    private final Arns arns;
    private final int concurrency;
    private final long seed;
    private final Ids ids;
    private final Map<String, LambdaFunction> functions = new TreeMap<>();

    /**
     * An account without functions.
     *
     * @param simulation when it is, and the lock
     * @param arns account and region
     * @param concurrency how many invocations can run at once in the account
     * @param seed decides identifiers and durations
     */
    public LambdaState(Simulation simulation, Arns arns, int concurrency, long seed) {
        this.simulation = simulation;
        this.arns = arns;
        this.concurrency = concurrency;
        this.seed = seed;
        this.ids = new Ids(seed ^ "lambda".hashCode());
    }

    /** Creates a function. */
    public void seed(FunctionSeed function) {
        FunctionConfiguration latest = function.configuration().toBuilder()
                .functionArn(arn(function.configuration().functionName()))
                .version(FunctionName.LATEST)
                .revisionId(ids.uuid())
                .build();
        LambdaFunction added = new LambdaFunction(
                seed ^ latest.functionName().hashCode(), function.behaviour(), function.tags(), latest);
        for (int version = 1; version <= function.versions(); version++) {
            added.publish(latest.toBuilder()
                    .version(Integer.toString(version))
                    .functionArn(latest.functionArn() + ":" + version)
                    .revisionId(ids.uuid())
                    .build());
        }
        new TreeMap<>(function.aliases()).forEach((name, version) -> added.aliases()
                .put(
                        name,
                        AliasConfiguration.builder()
                                .name(name)
                                .aliasArn(latest.functionArn() + ":" + name)
                                .functionVersion(version.toString())
                                .description("")
                                .revisionId(ids.uuid())
                                .build()));
        functions.put(added.name(), added);
    }

    Simulation simulation() {
        return simulation;
    }

    Ids ids() {
        return ids;
    }

    Collection<LambdaFunction> functions() {
        return functions.values();
    }

    LambdaFunction function(FunctionName name) {
        LambdaFunction function = functions.get(name.name());
        if (function == null) {
            throw LambdaErrors.functionNotFound(arn(name.name()));
        }
        return function;
    }

    FunctionConfiguration configuration(FunctionName name) {
        return function(name)
                .resolve(name.qualifier())
                .orElseThrow(() -> LambdaErrors.functionNotFound(arn(name.name()) + ":" + name.qualifier()));
    }

    /** How many invocations of functions without a reservation can run at once. */
    int unreservedConcurrency() {
        return concurrency
                - functions.values().stream()
                        .mapToInt(function ->
                                function.behaviour().reservedConcurrency().orElse(0))
                        .sum();
    }

    /** How many invocations of functions without a reservation run. */
    int unreservedRunning() {
        return functions.values().stream()
                .filter(function -> function.behaviour().reservedConcurrency().isEmpty())
                .mapToInt(LambdaFunction::running)
                .sum();
    }

    private String arn(String name) {
        return "arn:aws:lambda:" + arns.region() + ":" + arns.account() + ":function:" + name;
    }
}
