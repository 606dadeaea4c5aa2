package io.agentctl.sandbox.lambda;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** A function with its versions, aliases and execution environments. Not thread-safe. */
final class LambdaFunction {
    private final String name;
    private final long seed;
    private final FunctionSeed.Behaviour behaviour;
    private final Map<String, String> tags;
    private final Map<Integer, FunctionConfiguration> versions = new TreeMap<>();
    private final Map<String, AliasConfiguration> aliases = new TreeMap<>();
    private final Map<String, Environments> environments = new HashMap<>();
    private final FunctionConfiguration latest;
    private long invocations;

    LambdaFunction(
            long seed, FunctionSeed.Behaviour behaviour, Map<String, String> tags, FunctionConfiguration latest) {
        this.name = latest.functionName();
        this.seed = seed;
        this.behaviour = behaviour;
        this.tags = tags;
        this.latest = latest;
    }

    String name() {
        return name;
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

    FunctionConfiguration latest() {
        return latest;
    }

    /** The published versions, the oldest first. */
    Collection<FunctionConfiguration> versions() {
        return versions.values();
    }

    /** The aliases by name. */
    Map<String, AliasConfiguration> aliases() {
        return aliases;
    }

    void publish(FunctionConfiguration version) {
        versions.put(Integer.valueOf(version.version()), version);
    }

    /** The configuration that a qualifier stands for: {@code $LATEST}, a version, or an alias. */
    Optional<FunctionConfiguration> resolve(String qualifier) {
        if (qualifier.equals(FunctionName.LATEST)) {
            return Optional.of(latest);
        }
        AliasConfiguration alias = aliases.get(qualifier);
        String version = alias == null ? qualifier : alias.functionVersion();
        return version.matches("\\d{1,9}")
                ? Optional.ofNullable(versions.get(Integer.valueOf(version)))
                : Optional.empty();
    }

    Environments environments(String version) {
        return environments.computeIfAbsent(version, ignored -> new Environments());
    }

    /** How many invocations run. */
    int running() {
        return environments.values().stream().mapToInt(Environments::busy).sum();
    }

    /** The number of the next invocation, from 0. */
    long nextInvocation() {
        return invocations++;
    }
}
