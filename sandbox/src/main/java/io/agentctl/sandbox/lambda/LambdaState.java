package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.ecs.Ids;
import io.agentctl.sandbox.time.Simulation;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** All functions of an account; to be used inside {@link Simulation#now}. */
public final class LambdaState {
    /** What must stay for functions without a reservation; seen to be 10 where the quota is that small. */
    private static final int LEAST_UNRESERVED = 100;

    private static final int LEAST_UNRESERVED_OF_SMALL = 10;
    private static final long SECONDS_PER_MINUTE = 60;

    private final Simulation simulation;
    private final Arns arns;
    private final LambdaSettings settings;
    private final Supplier<URI> endpoint;
    private final long seed;
    private final Ids ids;
    private final Map<String, LambdaFunction> functions = new TreeMap<>();
    private volatile double timeScale;

    /**
     * An account without functions.
     *
     * @param simulation when it is, and the lock
     * @param arns account and region
     * @param settings how the account's Lambda behaves
     * @param endpoint where the sandbox is found, for the places of code
     * @param seed decides identifiers and durations
     */
    public LambdaState(Simulation simulation, Arns arns, LambdaSettings settings, Supplier<URI> endpoint, long seed) {
        this.simulation = simulation;
        this.arns = arns;
        this.settings = settings;
        this.endpoint = endpoint;
        this.seed = seed;
        this.ids = new Ids(seed ^ "lambda".hashCode());
        this.timeScale = settings.timeScale();
    }

    /** Creates a function. */
    public void seed(FunctionSeed function) {
        FunctionConfiguration latest = function.configuration().toBuilder()
                .functionArn(arn(function.configuration().functionName()))
                .version(FunctionName.LATEST)
                .revisionId(ids.uuid())
                .build();
        LambdaFunction added = new LambdaFunction(
                latest, function, seed ^ latest.functionName().hashCode());
        for (int version = 1; version <= function.versions(); version++) {
            added.publish(
                    latest.toBuilder()
                            .version(Integer.toString(version))
                            .functionArn(latest.functionArn() + ":" + version)
                            .revisionId(ids.uuid())
                            .build(),
                    latest);
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
        function.provisioned().forEach((qualifier, environments) -> {
            Provisioned ready = new Provisioned(environments, simulation.instant());
            ready.becomeReady();
            added.provisioned().put(qualifier, ready);
        });
        functions.put(added.name(), added);
        function.traffic()
                .ifPresent(others -> added.observe(
                        others.sinceMinute() * SECONDS_PER_MINUTE, settings.concurrency() - added.provisionedTotal()));
    }

    /** Where the code of {@code $LATEST} can be fetched. */
    URI codeLocation(LambdaFunction function) {
        return endpoint.get().resolve("/_sandbox/code/" + function.name());
    }

    /** The code of {@code $LATEST} of a function, if there is such a function. */
    public Optional<byte[]> code(String name) {
        return simulation.now(() -> Optional.ofNullable(functions.get(name)).map(LambdaFunction::archive));
    }

    /** Has the metrics know what is in force now. */
    void observe() {
        int unreserved = unreservedConcurrency();
        functions
                .values()
                .forEach(function -> function.observe(simulation.instant().getEpochSecond(), unreserved));
    }

    /**
     * Sets how much real time an invocation takes of the time that it reports.
     *
     * @param scale 0 to 1
     */
    public void timeScale(double scale) {
        LambdaSettings.requireScale(scale);
        timeScale = scale;
    }

    /** How much real time an invocation takes of the time that it reports. */
    public double timeScale() {
        return timeScale;
    }

    /** The names of the functions whose code is run for real. */
    public List<String> withCode() {
        return simulation.now(() -> functions.values().stream()
                .filter(function -> function.behaviour().code().isPresent())
                .map(LambdaFunction::name)
                .toList());
    }

    Simulation simulation() {
        return simulation;
    }

    LambdaSettings settings() {
        return settings;
    }

    Ids ids() {
        return ids;
    }

    /** Has something happen when so much time has passed on the clock. */
    void later(Duration delay, Runnable action) {
        simulation.timeline().schedule(simulation.instant().plus(delay), () -> {
            action.run();
            observe();
        });
    }

    Collection<LambdaFunction> functions() {
        return functions.values();
    }

    void remove(LambdaFunction function) {
        functions.remove(function.name());
    }

    LambdaFunction function(FunctionName name) {
        LambdaFunction function = functions.get(name.name());
        if (function == null) {
            throw LambdaErrors.functionNotFound(arn(name.name()));
        }
        return function;
    }

    /** A function named in a request that is about the function as a whole. */
    LambdaFunction unqualified(String text) {
        FunctionName name = FunctionName.parse(text, null);
        if (!name.qualifier().equals(FunctionName.LATEST)) {
            throw LambdaErrors.invalid("Current operation does not support versions other than $LATEST.");
        }
        return function(name);
    }

    AliasConfiguration alias(LambdaFunction function, String name) {
        AliasConfiguration alias = function.aliases().get(name);
        if (alias == null) {
            throw LambdaErrors.aliasNotFound(function.arn() + ":" + name);
        }
        return alias;
    }

    /** Refuses while the function is being updated, and when it is not the revision that the caller knows. */
    void requireIdle(LambdaFunction function, String revision) {
        if (function.updating()) {
            throw LambdaErrors.conflict("The operation cannot be performed at this time. An update is in progress for"
                    + " resource: " + function.arn());
        }
        requireRevision(revision, function.latest().revisionId(), "GetFunction");
    }

    static void requireRevision(String given, String present, String operation) {
        if (given != null && !given.equals(present)) {
            throw LambdaErrors.stale(operation);
        }
    }

    FunctionConfiguration configuration(FunctionName name) {
        return function(name).resolve(name.qualifier()).orElseThrow(() -> notFound(name));
    }

    /** What is not there under a name. */
    RuntimeException notFound(FunctionName name) {
        return LambdaErrors.functionNotFound(arn(name.name()) + ":" + name.qualifier());
    }

    /** How many invocations of functions without a reservation can run at once, outside what is kept ready. */
    int unreservedConcurrency() {
        return settings.concurrency()
                - functions.values().stream()
                        .mapToInt(function -> function.reserved().orElse(function.provisionedTotal()))
                        .sum();
    }

    /** How much of that no reservation may take. */
    int leastUnreserved() {
        return settings.concurrency() > LEAST_UNRESERVED ? LEAST_UNRESERVED : LEAST_UNRESERVED_OF_SMALL;
    }

    /** How many invocations of functions without a reservation run, outside what is kept ready. */
    int unreservedRunning() {
        return functions.values().stream()
                .filter(function -> function.reserved().isEmpty())
                .mapToInt(LambdaFunction::runningOnDemand)
                .sum();
    }

    private String arn(String name) {
        return "arn:aws:lambda:" + arns.region() + ":" + arns.account() + ":function:" + name;
    }
}
