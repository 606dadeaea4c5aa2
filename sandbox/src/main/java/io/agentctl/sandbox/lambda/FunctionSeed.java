package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.function.FunctionCode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * A function that is there from the beginning.
 *
 * @param configuration its settings; what the service itself decides (ARN, version, state) is filled in
 * @param behaviour what it does
 * @param versions how many versions were published, all of them with this configuration
 * @param aliases the version that each alias points at, by the alias's name
 * @param provisioned how many environments are kept ready, by alias or version
 * @param tags its tags
 * @param traffic how often others invoke it
 */
public record FunctionSeed(
        FunctionConfiguration configuration,
        Behaviour behaviour,
        int versions,
        Map<String, Integer> aliases,
        Map<String, Integer> provisioned,
        Map<String, String> tags,
        Optional<Traffic> traffic) {
    /** Validates and copies. */
    public FunctionSeed {
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(behaviour, "behaviour");
        aliases = Map.copyOf(aliases);
        provisioned = Map.copyOf(provisioned);
        tags = Map.copyOf(tags);
        Objects.requireNonNull(traffic, "traffic");
        aliases.forEach((alias, version) -> {
            if (version < 1 || version > versions) {
                throw new IllegalArgumentException("alias " + alias + " points at version " + version + ", but "
                        + versions + " versions were published");
            }
        });
    }

    /**
     * What a function does.
     *
     * @param code what it runs for real when it is invoked; empty to behave as the rest says
     * @param durations how long it runs
     * @param answer what it answers
     * @param failureRate the share of invocations that end with a function error, 0 to 1
     * @param reservedConcurrency how many invocations at once are set aside for it; empty for none
     */
    public record Behaviour(
            Optional<FunctionCode> code,
            Durations durations,
            Answer answer,
            double failureRate,
            OptionalInt reservedConcurrency) {
        /** Validates. */
        public Behaviour {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(durations, "durations");
            Objects.requireNonNull(answer, "answer");
            if (!(failureRate >= 0 && failureRate <= 1)) {
                throw new IllegalArgumentException("failureRate must be within 0..1: " + failureRate);
            }
            if (reservedConcurrency.isPresent() && reservedConcurrency.getAsInt() < 0) {
                throw new IllegalArgumentException("reservedConcurrency must not be negative");
            }
        }
    }
}
