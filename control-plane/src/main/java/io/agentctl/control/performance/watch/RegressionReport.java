package io.agentctl.control.performance.watch;

import io.agentctl.control.performance.regression.Finding;
import io.agentctl.control.performance.regression.SeriesVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a series, and what may have caused it.
 *
 * @param series what was looked at
 * @param unit of its values, if it is known
 * @param from its first point
 * @param to its last point
 * @param threshold the smallest change that matters, in percent
 * @param word the verdict
 * @param points how many there were
 * @param season what was taken out
 * @param dependence of neighbours around their levels, from 0 to 1
 * @param findings each with what happened just before it
 * @param remarks what a reader must know besides
 */
public record RegressionReport(
        String series,
        String unit,
        Instant from,
        Instant to,
        double threshold,
        SeriesVerdict.Word word,
        int points,
        SeriesVerdict.Season season,
        double dependence,
        List<Explained> findings,
        List<String> remarks) {

    public RegressionReport {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    RegressionReport remarking(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new RegressionReport(
                series, unit, from, to, threshold, word, points, season, dependence, findings, more);
    }

    /**
     * A change with what happened just before it.
     *
     * @param cause the last thing that began before it, if anything did; no proof
     */
    public record Explained(Finding finding, Optional<Happening> cause) {}
}
