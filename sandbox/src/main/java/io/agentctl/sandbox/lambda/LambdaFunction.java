package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.workload.Noise;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;

/** A function with its versions, aliases, concurrency and execution environments. Not thread-safe. */
final class LambdaFunction {
    /** Keeps what decides about an alias's weights apart from what decides about durations. */
    private static final long ROUTING = 0x5eed_0f_4071L;

    private final String name;
    private final long seed;
    private final FunctionSeed.Behaviour behaviour;
    private final Map<String, String> tags;
    private final NavigableMap<Integer, Version> versions = new TreeMap<>();
    private final Map<String, AliasConfiguration> aliases = new TreeMap<>();
    private final Map<String, Provisioned> provisioned = new TreeMap<>();
    private final Map<String, Environments> environments = new HashMap<>();
    private final FunctionSeries series;
    private byte[] archive;
    private FunctionConfiguration latest;
    private FunctionConfiguration served;
    private OptionalInt reserved;
    private int published;
    private long invocations;

    /**
     * A function without versions.
     *
     * @param latest its configuration
     * @param seeded what it does, its tags and its traffic
     * @param seed decides what chance decides
     */
    LambdaFunction(FunctionConfiguration latest, FunctionSeed seeded, long seed) {
        this.name = latest.functionName();
        this.seed = seed;
        this.behaviour = seeded.behaviour();
        this.tags = new TreeMap<>(seeded.tags());
        this.series = new FunctionSeries(behaviour, seeded.traffic(), seed);
        this.archive = name.getBytes(StandardCharsets.UTF_8);
        this.latest = latest;
        this.served = latest;
        this.reserved = behaviour.reservedConcurrency();
    }

    /**
     * A published version.
     *
     * @param configuration as it is described
     * @param source what {@code $LATEST} was when it was published
     */
    private record Version(FunctionConfiguration configuration, FunctionConfiguration source) {}

    String name() {
        return name;
    }

    /** The code of {@code $LATEST}, as it was uploaded; in the beginning the function's name stands for it. */
    byte[] archive() {
        return archive;
    }

    void upload(byte[] code) {
        archive = code;
    }

    String arn() {
        return latest.functionArn();
    }

    long seed() {
        return seed;
    }

    FunctionSeed.Behaviour behaviour() {
        return behaviour;
    }

    Map<String, String> tags() {
        return tags;
    }

    OptionalInt reserved() {
        return reserved;
    }

    void reserve(OptionalInt concurrency) {
        reserved = concurrency;
    }

    /** {@code $LATEST} as it is described. */
    FunctionConfiguration latest() {
        return latest;
    }

    boolean updating() {
        return latest.lastUpdateStatus() == LastUpdateStatus.IN_PROGRESS;
    }

    /** Describes {@code $LATEST} anew; invocations go on with what they ran before until {@link #serveLatest}. */
    void describe(FunctionConfiguration configuration) {
        latest = configuration;
    }

    /** Has invocations of {@code $LATEST} run what is described, in new environments. */
    void serveLatest() {
        served = latest;
        environments.remove(FunctionName.LATEST);
    }

    /** The published versions, the oldest first. */
    Collection<FunctionConfiguration> versions() {
        return versions.values().stream().map(Version::configuration).toList();
    }

    /** The aliases by name. */
    Map<String, AliasConfiguration> aliases() {
        return aliases;
    }

    /** What is kept ready, by version or alias. */
    Map<String, Provisioned> provisioned() {
        return provisioned;
    }

    /** The number that the next version will have; numbers are never given twice. */
    int nextVersion() {
        return published + 1;
    }

    void publish(FunctionConfiguration version, FunctionConfiguration source) {
        published = Integer.parseInt(version.version());
        versions.put(published, new Version(version, source));
    }

    /** Describes a version anew; does nothing when it is gone. */
    void describeVersion(FunctionConfiguration configuration) {
        versions.computeIfPresent(
                Integer.valueOf(configuration.version()), (number, old) -> new Version(configuration, old.source()));
    }

    void deleteVersion(String version) {
        versions.remove(Integer.valueOf(version));
        environments.remove(version);
        provisioned.remove(version);
    }

    /** The last version, when {@code $LATEST} has not changed since it was published. */
    Optional<FunctionConfiguration> unchangedVersion() {
        return Optional.ofNullable(versions.lastEntry())
                .map(Map.Entry::getValue)
                .filter(last -> Configurations.content(last.source()).equals(Configurations.content(latest)))
                .map(Version::configuration);
    }

    Optional<FunctionConfiguration> version(String version) {
        return version.matches("\\d{1,9}")
                ? Optional.ofNullable(versions.get(Integer.valueOf(version))).map(Version::configuration)
                : Optional.empty();
    }

    /** The configuration that a qualifier stands for: {@code $LATEST}, a version, or an alias's first version. */
    Optional<FunctionConfiguration> resolve(String qualifier) {
        AliasConfiguration alias = aliases.get(qualifier);
        String version = alias == null ? qualifier : alias.functionVersion();
        return version.equals(FunctionName.LATEST) ? Optional.of(latest) : version(version);
    }

    /** What an invocation by a qualifier runs; an alias's weights are thrown for. */
    Optional<FunctionConfiguration> route(String qualifier) {
        AliasConfiguration alias = aliases.get(qualifier);
        String version = alias == null ? qualifier : routed(alias);
        return version.equals(FunctionName.LATEST) ? Optional.of(served) : version(version);
    }

    private String routed(AliasConfiguration alias) {
        double thrown = Noise.uniform(seed ^ ROUTING, invocations);
        for (Map.Entry<String, Double> weight : Aliases.weights(alias).entrySet()) {
            thrown -= weight.getValue();
            if (thrown < 0) {
                return weight.getKey();
            }
        }
        return alias.functionVersion();
    }

    Environments environments(String version) {
        return environments.computeIfAbsent(version, ignored -> new Environments());
    }

    /** How many environments are set aside to be kept ready, when all of them are. */
    int provisionedTotal() {
        return provisioned.values().stream().mapToInt(Provisioned::requested).sum();
    }

    /** How many invocations run outside what is kept ready. */
    int runningOnDemand() {
        return environments.values().stream().mapToInt(Environments::busy).sum();
    }

    /** How many invocations run. */
    int running() {
        return runningOnDemand()
                + provisioned.values().stream().mapToInt(Provisioned::busy).sum();
    }

    /** Its metrics. */
    FunctionSeries series() {
        return series;
    }

    /**
     * Has the metrics know what is in force for the function's traffic.
     *
     * @param second when, since the epoch
     * @param unreserved how many invocations can run at once when it has no reservation
     */
    void observe(long second, int unreserved) {
        series.traffic().map(Traffic::qualifier).ifPresent(qualifier -> {
            Provisioned ready = provisioned.get(qualifier);
            int memory = resolve(qualifier).orElse(served).memorySize();
            int limit = reserved.orElse(Math.max(0, unreserved) + provisionedTotal());
            series.inForce(second, new FunctionEra(memory, ready == null ? 0 : ready.allocated(), limit));
        });
    }

    /** The number of the next invocation, from 0. */
    long nextInvocation() {
        return invocations++;
    }
}
