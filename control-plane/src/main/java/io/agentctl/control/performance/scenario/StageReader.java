package io.agentctl.control.performance.scenario;

import io.agentctl.control.yaml.Mapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one stage of a scenario's file. */
final class StageReader {

    static final List<String> KEYS =
            List.of("name", "rate", "from", "concurrency", "requests", "duration", "ramp", "warmUp", "pause");
    static final String DURATION = "a duration such as 500ms, 30s, 5m or 1h";

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private StageReader() {}

    static Stage read(Mapping mapping, int number) {
        try {
            return new Stage(
                    mapping.text("name").orElse("stage " + number),
                    load(mapping),
                    mapping.value("requests", Long::parseLong, "a whole number")
                            .map(OptionalLong::of)
                            .orElse(OptionalLong.empty()),
                    mapping.value("duration", StageReader::duration, DURATION),
                    mapping.value("warmUp", StageReader::flag, "true or false").orElse(false),
                    mapping.value("pause", StageReader::duration, DURATION).orElse(Duration.ZERO));
        } catch (IllegalArgumentException unfit) {
            throw mapping.wrong(mapping.has("rate") ? "rate" : "concurrency", unfit.getMessage());
        }
    }

    private static Load load(Mapping mapping) {
        OptionalInt concurrency = mapping.value("concurrency", Integer::parseInt, "a whole number")
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        Optional<Rate> rate = mapping.value("rate", Rate::parse, Rate.FORM);
        if (rate.isPresent()) {
            if (mapping.has("ramp")) {
                throw mapping.wrong("ramp", "with 'rate', say 'from' which rate it grows instead of 'ramp'");
            }
            Rate from = mapping.value("from", Rate::parse, Rate.FORM).orElse(rate.get());
            return new Load.Open(from, rate.get(), concurrency);
        }
        if (mapping.has("from")) {
            throw mapping.wrong("from", "'from' is of use with 'rate' alone");
        }
        if (concurrency.isEmpty()) {
            throw mapping.wrong("name", "a stage needs 'rate' or 'concurrency'");
        }
        return new Load.Closed(
                concurrency.getAsInt(),
                mapping.value("ramp", StageReader::duration, DURATION).orElse(Duration.ZERO));
    }

    static Duration duration(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.plus(of(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            throw new IllegalArgumentException(text);
        }
        return sum;
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
