package io.agentctl.control.lambda.cost;

import io.agentctl.control.lambda.Architectures;
import io.agentctl.control.lambda.report.MeasuredSize;
import io.agentctl.control.lambda.report.Range;
import io.agentctl.control.lambda.report.ReportedSize;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.plan.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What a function would save at the size that a sweep advised.
 *
 * @param memoryMb that size
 * @param architecture its processor
 * @param monthly saved, US dollars a month of 730 hours; negative where the advised size costs more, being faster
 * @param measuredAt when it was swept
 */
public record SweptSaving(int memoryMb, String architecture, Money monthly, Instant measuredAt) {

    private static final double MILLION = 1e6;

    /**
     * Compares like with like: the price that the sweep measured of the present size with that of the advised one, or
     * where the sweep did not measure the present size the price that was computed.
     *
     * @param monthlyInvocations how many a month
     * @param usdEach what one costs now, without what is kept ready
     * @return empty if the sweep advised nothing, or did not measure what its size costs
     */
    static Optional<SweptSaving> of(SweepReport report, FunctionUse use, double monthlyInvocations, double usdEach) {
        Optional<Double> then =
                report.best().flatMap(MeasuredSize::usdPerMillion).map(Range::estimate);
        if (then.isEmpty()) {
            return Optional.empty();
        }
        ReportedSize size = report.advised().orElseThrow();
        ReportedSize present = new ReportedSize(use.mainMemoryMb(), Architectures.name(use.architecture()));
        double now = report.at(present)
                .flatMap(MeasuredSize::usdPerMillion)
                .map(Range::estimate)
                .orElse(usdEach * MILLION);
        double saved = present.equals(size) ? 0 : (now - then.get()) / MILLION * monthlyInvocations;
        return Optional.of(
                new SweptSaving(size.memory(), size.architecture(), Money.ofUsd(saved), report.measuredAt()));
    }
}
