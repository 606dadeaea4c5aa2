package io.agentctl.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.sandbox.function.FunctionCode;
import io.agentctl.sandbox.lambda.Answer;
import io.agentctl.sandbox.lambda.DurationModel;
import io.agentctl.sandbox.lambda.Durations;
import io.agentctl.sandbox.lambda.FunctionSeed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Lambda function as it is written down.
 *
 * @param name its name
 * @param memory MB, 128 to 10,240
 * @param timeout whole seconds, up to 15 minutes
 * @param runtime such as {@code java21}
 * @param architecture what it is built for
 * @param handler what it runs for real; null to behave as the rest says
 * @param model how long it runs; null with samples
 * @param samples how long it ran; null with a model
 * @param answer {@code echo}, or {@code fixed} with a JSON value; without it {@code echo}
 * @param failureRate the share of invocations that fail
 * @param reservedConcurrency how many at once are set aside for it; null for none
 * @param versions how many were published
 * @param aliases the version that each points at
 * @param provisioned how many environments are kept ready, by alias or version
 * @param traffic how often others invoke it; null for never
 * @param environment its environment variables
 * @param tags its tags
 */
record FunctionDocument(
        String name,
        Integer memory,
        Duration timeout,
        String runtime,
        ServiceDocument.Architecture architecture,
        HandlerDocument handler,
        ModelDocument model,
        SamplesDocument samples,
        AnswerDocument answer,
        Double failureRate,
        Integer reservedConcurrency,
        Integer versions,
        Map<String, Integer> aliases,
        Map<String, Integer> provisioned,
        TrafficDocument traffic,
        Map<String, String> environment,
        Map<String, String> tags) {
    private static final int LEAST_MEMORY = 128;
    private static final int MOST_MEMORY = 10_240;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(3);

    /** Fills in defaults and validates. */
    FunctionDocument {
        if (name == null || !name.matches("[a-zA-Z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("a function needs a name of up to 64 letters, digits, - and _");
        }
        memory = memory == null ? LEAST_MEMORY : memory;
        timeout = timeout == null ? USUAL_TIMEOUT : timeout;
        if (memory < LEAST_MEMORY || memory > MOST_MEMORY) {
            throw new IllegalArgumentException("function " + name + ": memory must be within 128..10240 MB");
        }
        if (timeout.toSeconds() < 1 || timeout.compareTo(LONGEST) > 0 || timeout.toMillisPart() != 0) {
            throw new IllegalArgumentException("function " + name + ": timeout must be whole seconds within 1s..15m");
        }
        runtime = runtime == null ? "java21" : runtime;
        architecture = architecture == null ? ServiceDocument.Architecture.X86_64 : architecture;
        if (model != null && samples != null) {
            throw new IllegalArgumentException("function " + name + ": either a model or samples");
        }
        model = model == null ? new ModelDocument(null, null, null, null, null, null, null) : model;
        answer = answer == null ? new AnswerDocument(true, null) : answer;
        failureRate = failureRate == null ? 0 : failureRate;
        versions = versions == null ? 0 : versions;
        if (versions < 0 || versions > 1000) {
            throw new IllegalArgumentException("function " + name + ": versions must be within 0..1000");
        }
        aliases = aliases == null ? Map.of() : Map.copyOf(aliases);
        provisioned = provisioned == null ? Map.of() : Map.copyOf(provisioned);
        for (Map.Entry<String, Integer> ready : provisioned.entrySet()) {
            if (ready.getValue() < 1 || !published(ready.getKey(), versions, aliases)) {
                throw new IllegalArgumentException("function " + name
                        + ": provisioned names aliases and versions, with at least 1 for each, not " + ready);
            }
        }
        if (traffic != null
                && !traffic.qualifier().equals("$LATEST")
                && !published(traffic.qualifier(), versions, aliases)) {
            throw new IllegalArgumentException(
                    "function " + name + ": traffic names none of its aliases and versions: " + traffic.qualifier());
        }
        environment = environment == null ? Map.of() : Map.copyOf(environment);
        tags = tags == null ? Map.of() : Map.copyOf(tags);
        new FunctionSeed.Behaviour(
                Optional.empty(), model.toModel(), answer.toAnswer(), failureRate, optional(reservedConcurrency));
        if (aliases.values().stream().anyMatch(aboveOrNone(versions))) {
            throw new IllegalArgumentException(
                    "function %s: an alias points at one of its versions, 1 to %d".formatted(name, versions));
        }
    }

    private static java.util.function.Predicate<Integer> aboveOrNone(int versions) {
        return version -> version < 1 || version > versions;
    }

    private static boolean published(String qualifier, int versions, Map<String, Integer> aliases) {
        return aliases.containsKey(qualifier)
                || (qualifier.matches("[1-9]\\d{0,3}") && Integer.parseInt(qualifier) <= versions);
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** What the function does, when it runs so long and has this code. */
    FunctionSeed.Behaviour behaviour(Optional<FunctionCode> code, Durations durations) {
        return new FunctionSeed.Behaviour(
                code, durations, answer.toAnswer(), failureRate, optional(reservedConcurrency));
    }

    /**
     * Code.
     *
     * @param name the handler's class
     * @param jar where it is, relative to the document; null for the product's own governance function, where the
     *     sandbox has it
     */
    record HandlerDocument(String name, String jar) {
        HandlerDocument {
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException("a handler needs a name: its class");
            }
        }
    }

    /**
     * Measured durations.
     *
     * @param file JSON, relative to the document
     * @param memoryNeeded MB, below which it is killed; 0 for never
     */
    record SamplesDocument(String file, Integer memoryNeeded) {
        SamplesDocument {
            memoryNeeded = memoryNeeded == null ? 0 : memoryNeeded;
            if (file == null || memoryNeeded < 0) {
                throw new IllegalArgumentException("samples need a file, and memoryNeeded is not negative");
            }
        }
    }

    /**
     * How long a function runs; {@link DurationModel} says what the figures mean.
     *
     * @param cpu computing on one vCPU
     * @param latency waiting for others
     * @param threads vCPUs that the code can use
     * @param noise coefficient of variation
     * @param init start of an environment
     * @param memoryUsed MB
     * @param pressure how much longer when memory hardly suffices
     */
    record ModelDocument(
            Duration cpu,
            Duration latency,
            Double threads,
            Double noise,
            Duration init,
            Integer memoryUsed,
            Double pressure) {
        private static final Duration USUAL_CPU = Duration.ofMillis(20);
        private static final Duration USUAL_INIT = Duration.ofMillis(200);

        DurationModel toModel() {
            return new DurationModel(
                    (cpu == null ? USUAL_CPU : cpu).toMillis(),
                    (latency == null ? Duration.ZERO : latency).toMillis(),
                    threads == null ? 1 : threads,
                    noise == null ? 0.05 : noise,
                    (init == null ? USUAL_INIT : init).toMillis(),
                    memoryUsed == null ? 64 : memoryUsed,
                    pressure == null ? 0 : pressure);
        }
    }

    /**
     * What a function answers: one of the two.
     *
     * @param echo its payload
     * @param fixed this value
     */
    record AnswerDocument(Boolean echo, JsonNode fixed) {
        AnswerDocument {
            if (Boolean.TRUE.equals(echo) == (fixed != null)) {
                throw new IllegalArgumentException("an answer is either {echo: true} or {fixed: …}");
            }
        }

        Answer toAnswer() {
            return fixed == null ? new Answer.Echo() : new Answer.Fixed(fixed.toString());
        }
    }
}
