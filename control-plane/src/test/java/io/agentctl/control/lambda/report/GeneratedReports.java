package io.agentctl.control.lambda.report;

import io.agentctl.control.race.VerdictWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reports as no sweep would make them, with everything absent that can be. */
final class GeneratedReports {

    private static final String[] VERDICTS = {
        MeasuredSize.ALIKE, MeasuredSize.UNDECIDED, "worse", "too-slow", "dearer", "failed"
    };
    private static final String[] TEXTS = {
        "", "plain", "\"quoted\"", "<script>alert(1)</script>", "a\nb\u0000", "größer ≤ 2 %", "it's & more"
    };

    private final Random random;

    private GeneratedReports(Random random) {
        this.random = random;
    }

    static SweepReport any(Random random) {
        return new GeneratedReports(random).report();
    }

    private SweepReport report() {
        List<MeasuredSize> sizes = new ArrayList<>();
        int count = random.nextInt(6);
        boolean advised = count > 0 && random.nextBoolean();
        for (int index = 0; index < count; index++) {
            sizes.add(measured(128 + 64 * index, advised && index == 0 ? MeasuredSize.ADVISED : one(VERDICTS)));
        }
        return new SweepReport(
                one(TEXTS),
                one(TEXTS),
                one(TEXTS),
                "111122223333",
                "eu-central-1",
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                new ReportedSize(128 + random.nextInt(10_000), architecture()),
                one(TEXTS),
                advised ? Optional.of(sizes.getFirst().size()) : Optional.empty(),
                one(VerdictWord.values()),
                random.nextDouble(),
                random.nextBoolean(),
                one(TEXTS),
                random.nextDouble(),
                random.nextDouble(),
                random.nextInt(10_000),
                perhaps(),
                random.nextDouble(),
                random.nextInt(10_000),
                random.nextDouble() * 1e-7,
                random.nextInt(100),
                random.nextBoolean(),
                random.nextBoolean(),
                one(TEXTS),
                random.nextBoolean() ? List.of() : List.of(one(TEXTS), one(TEXTS)),
                sizes);
    }

    private MeasuredSize measured(int memory, String verdict) {
        SortedMap<String, Integer> failures = new TreeMap<>();
        if (random.nextBoolean()) {
            failures.put("timed-out", 1 + random.nextInt(9));
            failures.put("out-of-memory", 1 + random.nextInt(9));
        }
        return new MeasuredSize(
                memory,
                architecture(),
                random.nextInt(1000),
                random.nextInt(1000),
                random.nextInt(10),
                failures,
                perhaps(),
                perhaps(),
                perhaps(),
                perhaps(),
                perhaps(),
                range(),
                range(),
                range(),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(10_240)) : OptionalInt.empty(),
                perhaps(),
                verdict,
                one(TEXTS),
                random.nextBoolean());
    }

    private Optional<Range> range() {
        double low = random.nextInt(4) * random.nextDouble();
        double middle = low + random.nextInt(4) * random.nextDouble();
        OptionalDouble high = random.nextBoolean()
                ? OptionalDouble.of(middle + random.nextInt(100) * random.nextDouble())
                : OptionalDouble.empty();
        return random.nextBoolean() ? Optional.of(new Range(low, middle, high)) : Optional.empty();
    }

    private OptionalDouble perhaps() {
        return random.nextBoolean() ? OptionalDouble.of(random.nextDouble() * 1000) : OptionalDouble.empty();
    }

    private String architecture() {
        return random.nextBoolean() ? "arm64" : "x86_64";
    }

    private <T> T one(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
