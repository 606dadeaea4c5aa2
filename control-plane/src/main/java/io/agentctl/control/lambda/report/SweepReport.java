package io.agentctl.control.lambda.report;

import io.agentctl.control.race.Objective;
import io.agentctl.control.race.Verdict;
import io.agentctl.control.race.VerdictWord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a sweep found: the contract of {@code lambda sweep -o json}, which {@code lambda report} reads again.
 *
 * @param function its name
 * @param operation the journal's id of the sweep
 * @param context where it was measured
 * @param account where it was measured
 * @param region where it was measured
 * @param measuredAt when it ended
 * @param current the size that the function has
 * @param strategy as it is typed, such as {@code cost}, {@code balanced:0.7} or {@code slo:500ms}
 * @param advised the size to take, if one can be
 * @param verdict how it ended
 * @param confidence that the advised size is within the indifference zone of the best, 0 to 1
 * @param proven whether the confidence holds however often one looked; else it is a probability when a limit was
 *     reached
 * @param explanation for a reader, a few sentences
 * @param indifferenceZone the difference that does not matter, as a share
 * @param wantedConfidence that was asked for: the intervals of the sizes hold at it, 0 to 1
 * @param maxInvocations that were allowed
 * @param maxSpend US dollars that were allowed, if there was a limit
 * @param coldShare the share of invocations expected to start cold
 * @param invocations made
 * @param spend US dollars that they cost
 * @param rounds played
 * @param mostlyCold whether warm and cold starts were counted alike, because hardly any invocation was warm
 * @param clientTimed whether some times are the client's, the network included, because there was no report
 * @param prices which price table
 * @param remarks what the reader should know
 * @param sizes every size, in order
 */
public record SweepReport(
        String function,
        String operation,
        String context,
        String account,
        String region,
        Instant measuredAt,
        ReportedSize current,
        String strategy,
        Optional<ReportedSize> advised,
        VerdictWord verdict,
        double confidence,
        boolean proven,
        String explanation,
        double indifferenceZone,
        double wantedConfidence,
        int maxInvocations,
        OptionalDouble maxSpend,
        double coldShare,
        int invocations,
        double spend,
        int rounds,
        boolean mostlyCold,
        boolean clientTimed,
        String prices,
        List<String> remarks,
        List<MeasuredSize> sizes) {

    public SweepReport {
        remarks = List.copyOf(remarks);
        sizes = List.copyOf(sizes);
        if (advised.isPresent() && sizes.stream().map(MeasuredSize::size).noneMatch(advised.get()::equals)) {
            throw new IllegalArgumentException("the advised size was not measured: " + advised.get());
        }
    }

    /** The report of a race. */
    public static SweepReport of(SweepSubject subject, Verdict verdict) {
        return new SweepReport(
                subject.function(),
                subject.operation(),
                subject.target().context(),
                subject.target().account(),
                subject.target().region(),
                subject.measuredAt(),
                ReportedSize.of(subject.current()),
                strategy(subject.objective()),
                verdict.advised().map(ReportedSize::of),
                verdict.word(),
                verdict.confidence(),
                verdict.proven(),
                verdict.explanation(),
                subject.settings().indifferenceZone(),
                subject.settings().confidence(),
                subject.settings().maxInvocations(),
                subject.settings().maxSpendUsd(),
                subject.settings().coldShare(),
                verdict.invocations(),
                verdict.spendUsd(),
                verdict.rounds(),
                verdict.mostlyCold(),
                subject.clientTimed(),
                subject.prices(),
                subject.remarks(),
                verdict.sizes().stream()
                        .map(size -> MeasuredSize.of(size, verdict))
                        .toList());
    }

    /** What was measured at the advised size. */
    public Optional<MeasuredSize> best() {
        return advised.flatMap(this::at);
    }

    /** What was measured at a size, if it was. */
    public Optional<MeasuredSize> at(ReportedSize size) {
        return sizes.stream().filter(one -> one.size().equals(size)).findFirst();
    }

    private static String strategy(Objective objective) {
        return switch (objective) {
            case Objective.Cost ignored -> "cost";
            case Objective.Speed ignored -> "speed";
            case Objective.Balanced balanced -> "balanced:" + plain(balanced.weight());
            case Objective.Slo slo -> "slo:" + plain(slo.p95Ms()) + "ms";
        };
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
