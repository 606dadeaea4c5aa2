package io.agentctl.cli.perf;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.ShareConverter;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.regression.SeriesVerdict;
import io.agentctl.control.performance.regression.Worse;
import io.agentctl.control.performance.watch.FindRegressions;
import io.agentctl.control.performance.watch.RegressionReport;
import io.agentctl.control.performance.watch.SeriesSource;
import io.agentctl.control.performance.watch.TellRegression;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code perf regress}. */
@Command(
        footer = {
            "agentctl perf regress",
            "agentctl perf regress --metric acme/API/ResponseTime --statistic p95 --since 14d --threshold 20%",
            "agentctl perf regress --from-csv latency.csv -o json",
            "agentctl perf regress --scenario baseline --notify arn:aws:sns:eu-central-1:111122223333:perf",
        })
public final class PerfRegress implements Verb {

    private static final String USUAL = "5%";

    private final UseCase<FindRegressions.Request, RegressionReport> find;
    private final UseCase<TellRegression.Request, RegressionReport> tell;
    private final Supplier<ResultHistory> usual;
    private final Supplier<List<String>> usualServices;
    private final Path directory;
    private final Supplier<Clock> clock;

    @Mixin
    private SeriesOptions series = new SeriesOptions();

    @Mixin
    private HistoryOptions history = new HistoryOptions();

    @Option(
            names = "--threshold",
            paramLabel = "SHARE",
            defaultValue = USUAL,
            converter = ShareConverter.class,
            description = "The smallest change that matters; default: " + USUAL
                    + "%.") // Twice, for picocli takes it for a format.
    private Double threshold;

    @Option(names = "--lower-is-worse", description = "Falling is for the worse, as of throughput.")
    private boolean lowerIsWorse;

    @Option(
            names = "--causes",
            negatable = true,
            description = "Look in the journal, and at deployments, for what came before; default: with --metric.")
    private Boolean causes;

    @Option(
            names = "--service",
            paramLabel = "CLUSTER/SERVICE",
            description = "Services whose deployments count; default: the metric's, else the project's.")
    private List<String> services = List.of();

    @Option(names = "--notify", paramLabel = "TOPIC_ARN", description = "Tell this SNS topic of a regression.")
    private String topic;

    /**
     * Makes the verb.
     *
     * @param usual the project's history
     * @param usualServices whose deployments count where neither an option nor the metric says so
     * @param directory to which files are relative
     * @param clock of the place where commands go
     */
    public PerfRegress(
            UseCase<FindRegressions.Request, RegressionReport> find,
            UseCase<TellRegression.Request, RegressionReport> tell,
            Supplier<ResultHistory> usual,
            Supplier<List<String>> usualServices,
            Path directory,
            Supplier<Clock> clock) {
        this.find = find;
        this.tell = tell;
        this.usual = usual;
        this.usualServices = usualServices;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public int call(Console console) {
        SeriesSource source = series.source(history, directory, usual, clock);
        boolean wanted = causes == null ? series.ofMetric() : causes;
        RegressionReport found = find.run(
                new FindRegressions.Request(
                        source, threshold, worse(), new FindRegressions.Causes(wanted, wanted ? whose() : List.of())),
                console.progress());
        boolean worse = found.word() == SeriesVerdict.Word.REGRESSION;
        RegressionReport report =
                worse && topic != null ? tell.run(new TellRegression.Request(topic, found), console.progress()) : found;
        console.print(Document.ofRows(report, "findings", page -> RegressionPage.layout(report, page)));
        return worse ? ErrorCode.VERDICT_NO.exitCode() : Exit.OK;
    }

    private List<String> whose() {
        for (String service : services) {
            if (!service.matches("[^/]+/[^/]+")) {
                throw new AgentctlException(ErrorCode.USAGE, "--service is CLUSTER/SERVICE, not '" + service + "'", "");
            }
        }
        if (!services.isEmpty()) {
            return services;
        }
        return series.service().map(List::of).orElseGet(usualServices);
    }

    private Worse worse() {
        if (lowerIsWorse) {
            return Worse.LOWER;
        }
        return series.ofHistory() ? history.figure().worse() : Worse.HIGHER;
    }
}
