package io.agentctl.control.lambda.report;

import io.agentctl.control.race.VerdictWord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a sweep of a function that waits for its CPU finds. */
final class TypicalReport {

    private TypicalReport() {}

    static SweepReport report() {
        return report("resizer", List.of());
    }

    static SweepReport report(String function, List<String> remarks) {
        return new SweepReport(
                function,
                "op-0123456789",
                "prod",
                "111122223333",
                "us-east-1",
                Instant.parse("2026-11-24T16:00:00Z"),
                size(1024),
                "cost",
                Optional.of(size(512)),
                VerdictWord.DECIDED,
                0.95,
                true,
                "With 95 % confidence 512 MB x86_64 costs at most 2.0 % more than the cheapest.",
                0.02,
                0.95,
                800,
                OptionalDouble.of(0.05),
                0,
                303,
                0.00061,
                12,
                false,
                false,
                "Lambda prices of us-east-1, 2026-11-01.",
                remarks,
                List.of(
                        failed(128),
                        measured(256, 403, 1.88, "worse", "11.3 % worse than 512 MB x86_64", false),
                        measured(512, 197, 1.69, MeasuredSize.ADVISED, "", true),
                        measured(1024, 104, 1.74, "worse", "3.0 % worse than 512 MB x86_64", true),
                        measured(1769, 63.1, 2.02, "worse", "19.5 % worse than 512 MB x86_64", true)));
    }

    private static ReportedSize size(int memory) {
        return new ReportedSize(memory, "x86_64");
    }

    private static MeasuredSize failed(int memory) {
        SortedMap<String, Integer> failures = new TreeMap<>();
        failures.put("out-of-memory", 3);
        return new MeasuredSize(
                memory,
                "x86_64",
                3,
                0,
                0,
                failures,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                "failed",
                "3 of 3 invocations failed: it ran out of memory",
                false);
    }

    private static MeasuredSize measured(
            int memory, double ms, double usd, String verdict, String reason, boolean onFrontier) {
        return new MeasuredSize(
                memory,
                "x86_64",
                75,
                73,
                2,
                new TreeMap<>(),
                OptionalDouble.of(ms),
                OptionalDouble.of(ms * 1.1),
                OptionalDouble.of(ms * 1.3),
                OptionalDouble.of(ms + 310),
                OptionalDouble.of(ms + 1),
                Optional.of(around(usd)),
                Optional.of(around(ms)),
                Optional.of(around(usd)),
                OptionalInt.of(96),
                OptionalDouble.of(1 - 96.0 / memory),
                verdict,
                reason,
                onFrontier);
    }

    private static Range around(double value) {
        return new Range(0.97 * value, value, OptionalDouble.of(1.03 * value));
    }
}
