package io.agentctl.control.performance.history;

import io.agentctl.control.UseCase;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.progress.ProgressListener;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists the results that are kept, the newest first. */
public final class ListHistory implements UseCase<ListHistory.Request, ListHistory.Listing> {

    /**
     * What is asked.
     *
     * @param history where it is
     * @param scenario runs of this one alone, if it is named
     */
    public record Request(ResultHistory history, Optional<String> scenario) {}

    /**
     * The history.
     *
     * @param place where it is
     * @param runs the newest first
     * @param passedOver files that are no results, one sentence each
     */
    public record Listing(String place, List<Run> runs, List<String> passedOver) {

        public Listing {
            runs = List.copyOf(runs);
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * A result in short.
     *
     * @param errors percent
     * @param mean milliseconds, as are the percentiles
     * @param throughput answers a second
     * @param saturated whether the generator was the limit
     */
    public record Run(
            String file,
            Instant started,
            String scenario,
            String digest,
            LoadResult.Verdict verdict,
            long requests,
            double errors,
            double mean,
            double p50,
            double p90,
            double p95,
            double p99,
            double throughput,
            boolean saturated) {}

    @Override
    public Listing run(Request request, ProgressListener progress) {
        ResultHistory.Contents contents = request.history().read();
        List<Run> runs = contents.results().reversed().stream()
                .filter(kept -> request.scenario().isEmpty()
                        || request.scenario()
                                .get()
                                .equals(kept.result().scenario().name()))
                .map(ListHistory::run)
                .toList();
        return new Listing(request.history().place(), runs, contents.passedOver());
    }

    private static Run run(KeptResult kept) {
        LoadResult result = kept.result();
        return new Run(
                kept.name(),
                result.started(),
                result.scenario().name(),
                result.scenario().digest(),
                result.verdict(),
                result.total().counts().sent(),
                HistoryFigure.ERRORS.of(result),
                HistoryFigure.MEAN.of(result),
                HistoryFigure.P50.of(result),
                HistoryFigure.P90.of(result),
                HistoryFigure.P95.of(result),
                HistoryFigure.P99.of(result),
                HistoryFigure.THROUGHPUT.of(result),
                result.generator().saturated());
    }
}
