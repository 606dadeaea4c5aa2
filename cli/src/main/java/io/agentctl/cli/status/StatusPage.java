package io.agentctl.cli.status;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.slo.ObjectivePage;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.ops.OperationLine;
import io.agentctl.control.overview.AlarmLine;
import io.agentctl.control.overview.RuntimeFigures;
import io.agentctl.control.overview.RuntimeFigures.FunctionFigures;
import io.agentctl.control.overview.RuntimeStatus;
import io.agentctl.control.windows.run.ShowWindows;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The page of everything. */
final class StatusPage {

    private static final double PERCENT = 100;
    private static final Duration STALE = Duration.ofMinutes(10);

    private StatusPage() {}

    static void layout(RuntimeStatus status, Page page) {
        page.line(
                Tone.STRONG,
                status.project() + " in "
                        + status.target().map(Object::toString).orElse("an unknown account") + " at "
                        + status.at().truncatedTo(ChronoUnit.SECONDS));
        verdict(status, page);
        page.blank();
        status.runtime().ifPresent(runtime -> runtime(runtime, status.at(), page));
        status.budgets().filter(lines -> !lines.isEmpty()).ifPresent(lines -> {
            BudgetTable.layout(lines, page);
            page.blank();
        });
        status.objectives().filter(reports -> !reports.isEmpty()).ifPresent(reports -> {
            ObjectivePage.table(reports, page);
            page.blank();
        });
        alarms(status.alarms(), status.ringing(), status.at(), page);
        status.windows().ifPresent(rows -> windows(rows, page));
        status.operations().ifPresent(operations -> operations(operations, page));
        status.problems()
                .forEach(problem ->
                        page.line(Tone.BAD, page.theme().cross() + " " + problem.part() + ": " + problem.message()));
    }

    private static void verdict(RuntimeStatus status, Page page) {
        Tone tone =
                switch (status.verdict()) {
                    case GOOD -> Tone.GOOD;
                    case WARNING -> Tone.WARNING;
                    case CRITICAL -> Tone.BAD;
                };
        page.line(
                tone,
                switch (status.verdict()) {
                    case GOOD -> page.theme().tick() + " good";
                    case WARNING -> "! warning";
                    case CRITICAL -> page.theme().cross() + " critical";
                });
        status.reasons().forEach(reason -> page.line("  " + reason));
    }

    private static void runtime(RuntimeFigures runtime, Instant at, Page page) {
        page.line("Latency     p50 " + millis(runtime.p50()) + ", p95 " + millis(runtime.p95()) + ", p99 "
                + millis(runtime.p99()) + "; governance " + millis(runtime.decisionMillis()));
        page.line("Throughput  " + perMinute(runtime.perMinute()) + ", at most " + perMinute(runtime.peakPerMinute())
                + " in the last hour");
        page.line("Failures    " + share(runtime.failed()) + " of answers (5xx) in the last hour; refused as"
                + " wrong (4xx): " + share(runtime.refused()));
        for (FunctionFigures function : runtime.functions()) {
            page.line("Function    " + function.function() + ": " + millis(function.durationMillis()) + " on average, "
                    + megabytes(function.memoryMb())
                    + Math.round(function.errors()) + " errors, " + Math.round(function.throttles())
                    + " throttled in the last hour");
        }
        Optional<Duration> age = runtime.newest().map(newest -> Duration.between(newest, at));
        page.line(
                age.isEmpty() || age.get().compareTo(STALE) > 0 ? Tone.WARNING : Tone.FAINT,
                age.map(old -> "Data        the latest is " + Lengths.text(old) + " old")
                        .orElse("Data        the runtime published nothing in the last hour"));
        page.blank();
    }

    private static void alarms(Optional<Integer> total, List<AlarmLine> ringing, Instant at, Page page) {
        total.ifPresent(count -> page.line("Alarms      " + ringing.size() + " of " + count + " in ALARM"));
        page.table(
                ringing,
                List.of(
                        Column.text("ALARM", AlarmLine::name),
                        Column.number("FOR", alarm -> Lengths.text(Duration.between(alarm.since(), at))),
                        Column.text("WHY", AlarmLine::reason)));
    }

    private static void windows(List<ShowWindows.Row> rows, Page page) {
        List<String> asleep = rows.stream()
                .filter(ShowWindows.Row::asleep)
                .map(row ->
                        row.service() + row.next().map(next -> " until " + next).orElse(""))
                .toList();
        if (!rows.isEmpty()) {
            page.line("Windows     " + (asleep.isEmpty() ? "nobody sleeps" : "asleep: " + String.join(", ", asleep)));
        }
    }

    private static void operations(List<OperationLine> operations, Page page) {
        if (operations.isEmpty()) {
            page.line("Operations  none");
            return;
        }
        page.blank();
        page.table(
                operations,
                List.of(
                        Column.text("OPERATION", OperationLine::id),
                        Column.text("STATE", line -> RecordTree.word(line.state())),
                        Column.text("STARTED", line -> line.startedAt().toString()),
                        Column.text("WHAT", OperationLine::summary)));
    }

    private static String millis(OptionalDouble millis) {
        return millis.isPresent() ? String.format(Locale.ROOT, "%,.0f ms", millis.getAsDouble()) : "?";
    }

    private static String perMinute(OptionalDouble count) {
        return count.isPresent() ? String.format(Locale.ROOT, "%,.0f a minute", count.getAsDouble()) : "?";
    }

    private static String megabytes(OptionalInt memory) {
        return memory.isPresent() ? memory.getAsInt() + " MB of memory, " : "? MB of memory, ";
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.2f%%", share.getAsDouble() * PERCENT) : "?";
    }
}
