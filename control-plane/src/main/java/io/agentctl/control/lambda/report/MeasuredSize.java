package io.agentctl.control.lambda.report;

import io.agentctl.control.json.RecordTree;
import io.agentctl.control.race.Departure;
import io.agentctl.control.race.Outcome;
import io.agentctl.control.race.SizeResult;
import io.agentctl.control.race.Verdict;
import io.agentctl.control.race.VerdictWord;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured at a size. Times in ms, money in US dollars.
 *
 * @param memory in MB
 * @param architecture {@code x86_64} or {@code arm64}
 * @param invocations made, failed ones included
 * @param warm how many succeeded in an environment that was there
 * @param cold how many succeeded after a cold start
 * @param failures how many ended in each other way, such as {@code timed-out}
 * @param warmP50 median of warm durations; all percentiles by nearest rank
 * @param warmP95 their 95th percentile
 * @param warmP99 their 99th percentile; the greatest, if there are under 100
 * @param coldP50 median of what a caller waits for a cold start
 * @param billedMeanMs mean of what is billed
 * @param usdPerMillion of a million invocations, the request charge included
 * @param time mean that a caller waits, in the mixture of warm and cold that was asked for
 * @param objective the value that was to be small
 * @param memoryUsed the most that an invocation used, in MB
 * @param headroom the share of the memory that was never used, 0 to 1
 * @param verdict {@code advised}, {@code in-the-race}, {@code worse}, {@code too-slow}, {@code dearer} or
 *     {@code failed}
 * @param reason for a reader; empty where the verdict says all
 * @param onFrontier whether no other size is both cheaper and faster
 */
public record MeasuredSize(
        int memory,
        String architecture,
        int invocations,
        int warm,
        int cold,
        SortedMap<String, Integer> failures,
        OptionalDouble warmP50,
        OptionalDouble warmP95,
        OptionalDouble warmP99,
        OptionalDouble coldP50,
        OptionalDouble billedMeanMs,
        Optional<Range> usdPerMillion,
        Optional<Range> time,
        Optional<Range> objective,
        OptionalInt memoryUsed,
        OptionalDouble headroom,
        String verdict,
        String reason,
        boolean onFrontier) {

    /** The verdict on the size to take. */
    public static final String ADVISED = "advised";

    /** The verdict on a size that cannot be told from the advised one. */
    public static final String ALIKE = "alike";

    /** The verdict on a size that was neither advised nor ruled out when a limit was reached. */
    public static final String UNDECIDED = "undecided";

    private static final Set<String> VERDICTS =
            Set.of(ADVISED, ALIKE, UNDECIDED, "worse", "too-slow", "dearer", "failed");

    public MeasuredSize {
        if (invocations < 0 || warm < 0 || cold < 0) {
            throw new IllegalArgumentException("counts are not below zero");
        }
        if (!VERDICTS.contains(verdict)) {
            throw new IllegalArgumentException("there is no verdict \"" + verdict + "\" on a size");
        }
        failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    }

    static MeasuredSize of(SizeResult result, Verdict verdict) {
        ReportedSize size = ReportedSize.of(result.size());
        boolean best = verdict.advised().filter(result.size()::equals).isPresent();
        String left = verdict.word() == VerdictWord.TIED ? ALIKE : UNDECIDED;
        return new MeasuredSize(
                size.memory(),
                size.architecture(),
                result.invocations(),
                result.warm(),
                result.cold(),
                words(result.failures()),
                result.warmP50(),
                result.warmP95(),
                result.warmP99(),
                result.coldP50(),
                result.billedMeanMs(),
                result.usdPerMillion().map(Range::of),
                result.time().map(Range::of),
                result.objective().map(Range::of),
                result.memoryUsedMb(),
                result.headroom(),
                best
                        ? ADVISED
                        : result.departure()
                                .map(Departure::cause)
                                .map(RecordTree::word)
                                .orElse(left),
                best ? "" : result.departure().map(Departure::reason).orElse(""),
                result.onFrontier());
    }

    /** Its size. */
    public ReportedSize size() {
        return new ReportedSize(memory, architecture);
    }

    private static SortedMap<String, Integer> words(Map<Outcome, Integer> failures) {
        SortedMap<String, Integer> words = new TreeMap<>();
        failures.forEach((outcome, count) -> words.put(RecordTree.word(outcome), count));
        return words;
    }
}
