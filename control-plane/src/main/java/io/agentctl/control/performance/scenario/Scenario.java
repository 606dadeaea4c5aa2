package io.agentctl.control.performance.scenario;

import io.agentctl.control.digest.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A load test: what is sent, how, and what is expected of it.
 *
 * @param name as results are headed
 * @param description one sentence, may be empty
 * @param request what is sent
 * @param expectations checks on each answer, as they were written
 * @param thresholds on the whole, as they were written
 * @param stages in order
 */
public record Scenario(
        String name,
        String description,
        Request request,
        List<String> expectations,
        List<Written> thresholds,
        List<Stage> stages) {

    public Scenario {
        expectations = List.copyOf(expectations);
        thresholds = List.copyOf(thresholds);
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("scenario " + name + " has no stages");
        }
        if (stages.stream().allMatch(Stage::warmUp)) {
            throw new IllegalArgumentException("scenario " + name + " has nothing but warm-up");
        }
    }

    /**
     * What was written, and where.
     *
     * @param source for messages, such as {@code baseline.yaml:12:5}
     */
    public record Written(String text, String source) {}

    /**
     * What decides what is sent and when. Where to is no part of it: the same scenario against another place is the
     * same test. Names, descriptions and thresholds are none either.
     */
    public String digest() {
        StringBuilder text = new StringBuilder(request.canonical());
        expectations.forEach(
                expectation -> text.append("expect ").append(expectation).append('\n'));
        for (Stage stage : stages) {
            text.append("stage ")
                    .append(stage.load())
                    .append(stage.load() instanceof Load.Closed closed ? " ramp " + closed.ramp() : "")
                    .append(" requests ")
                    .append(stage.requests())
                    .append(" duration ")
                    .append(stage.duration())
                    .append(stage.warmUp() ? " warm-up" : "")
                    .append(" pause ")
                    .append(stage.pause())
                    .append('\n');
        }
        return "sha256:" + Sha256.hex(text.toString());
    }

    /** How many requests are planned in all; nothing where that depends on how fast answers come. */
    public OptionalLong planned() {
        long sum = 0;
        for (Stage stage : stages) {
            OptionalLong planned = stage.planned();
            if (planned.isEmpty()) {
                return OptionalLong.empty();
            }
            sum += planned.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    /** How long all takes at most, pauses too; nothing where that depends on how fast answers come. */
    public Optional<Duration> length() {
        Duration sum = Duration.ZERO;
        for (Stage stage : stages) {
            Optional<Duration> length = stage.length();
            if (length.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(stage.pause()).plus(length.get());
        }
        return Optional.of(sum);
    }
}
