package io.agentctl.cli.alarms;

import io.agentctl.alarm.metric.Comparison;
import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.backtest.CsvHistory;
import io.agentctl.control.alarms.backtest.Incident;
import io.agentctl.control.alarms.backtest.Incidents;
import io.agentctl.control.alarms.backtest.MeasuredHistory;
import io.agentctl.control.alarms.backtest.ThresholdTuner;
import io.agentctl.control.alarms.backtest.Trial;
import io.agentctl.control.alarms.document.Monitoring;
import io.agentctl.control.alarms.replay.BacktestAlarms;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alarms backtest}. */
@Command(
        footer = {
            "agentctl alarms backtest --incidents incidents.json",
            "agentctl alarms backtest --since 3d shop-availability-page",
            "agentctl alarms backtest --existing",
            "agentctl alarms backtest --from-csv latency.csv --above 750 --datapoints 2/2 --period 5m",
            "agentctl alarms backtest --from-csv latency.csv --incidents incidents.json --tune",
            "agentctl alarms backtest --from-csv requests.csv --below 50 --missing breaching -o json",
        })
public final class AlarmsBacktest implements Verb {

    /** More pages a week in vain, and people begin to ignore pages. */
    private static final String BEARABLE = "2";

    private static final Duration USUAL = Duration.ofDays(14);

    private final Function<Optional<Path>, Monitoring> reader;
    private final UseCase<BacktestAlarms.Request, BacktestAlarms.Result> backtest;
    private final Path directory;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Only these alarms, and those that they rest on; default: all.")
    private List<String> names = List.of();

    @Option(
            names = "--existing",
            description = "Try the alarms that the account has, not those that the project's objectives want.")
    private boolean existing;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            description = "How far back; default: 14d. CloudWatch keeps single minutes for 15 days.")
    private Duration since;

    @Option(
            names = "--from-csv",
            paramLabel = "FILE",
            description = "Try one rule on a file instead: a heading, then a time and a value in each line.")
    private Path csv;

    @Option(
            names = "--incidents",
            paramLabel = "FILE",
            description = "When something was wrong: JSON, a list of [start, end], or one for each file by its name.")
    private Path incidentFile;

    @Option(names = "--tune", description = "Find thresholds on the first half, and judge them on the second.")
    private boolean tune;

    @Option(
            names = "--pages-per-week",
            paramLabel = "PAGES",
            defaultValue = BEARABLE,
            description = "With --tune: how many pages in vain are borne; default: " + BEARABLE + ".")
    private double pagesPerWeek;

    @Option(
            names = "--side",
            paramLabel = "SIDE",
            defaultValue = "both",
            description = "With --tune: where trouble is: above, below or both; default: both.")
    private Side side;

    /** On which side of what is usual trouble is. */
    enum Side {
        ABOVE,
        BELOW,
        BOTH;

        Set<Comparison> comparisons() {
            return switch (this) {
                case ABOVE -> Set.of(Comparison.GREATER_THAN);
                case BELOW -> Set.of(Comparison.LESS_THAN);
                case BOTH -> Set.of(Comparison.GREATER_THAN, Comparison.LESS_THAN);
            };
        }
    }

    @Mixin
    private MonitoringOptions monitoring = new MonitoringOptions();

    @Mixin
    private RuleOptions options = new RuleOptions();

    /** @param directory to which files are relative */
    public AlarmsBacktest(
            Function<Optional<Path>, Monitoring> reader,
            UseCase<BacktestAlarms.Request, BacktestAlarms.Result> backtest,
            Path directory) {
        this.reader = reader;
        this.backtest = backtest;
        this.directory = directory;
    }

    @Override
    public int call(Console console) {
        console.print(csv == null ? replayed(console) : ofFile());
        return Exit.OK;
    }

    private Document replayed(Console console) {
        if (tune || options.isGiven()) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "rules and --tune are for --from-csv FILE",
                    "Without it the project's own alarms are tried, as they are.");
        }
        BacktestAlarms.Request request = new BacktestAlarms.Request(
                existing
                        ? new BacktestAlarms.Subjects.Existing()
                        : new BacktestAlarms.Subjects.Wished(monitoring.request(reader, PlanAlarms.Scope.WANTED)),
                since == null ? USUAL : since,
                names,
                incidentFile == null ? List.of() : Incidents.readAll(directory.resolve(incidentFile)));
        BacktestAlarms.Result result = backtest.run(request, console.progress());
        return Document.ofRows(result, "alarms", page -> ReplayPages.result(result, !names.isEmpty(), page));
    }

    private Document ofFile() {
        if (since != null || existing || !names.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "--from-csv tries one rule on all of a file: leave --since, --existing and names away",
                    "");
        }
        MeasuredHistory history = CsvHistory.read(directory.resolve(csv));
        List<Incident> incidents = incidentFile == null
                ? List.of()
                : Incidents.read(
                        directory.resolve(incidentFile), csv.getFileName().toString());
        if (tune) {
            return tuned(history, incidents);
        }
        Trial trial = Trial.of(history, options.rule(history.usualDistance()), incidents);
        return Document.ofRows(trial, "alarms", page -> BacktestPages.trial(trial, incidentFile != null, page));
    }

    private Document tuned(MeasuredHistory history, List<Incident> incidents) {
        if (options.hasThreshold()) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "--tune finds the threshold: leave --above and --below away", "");
        }
        if (!(pagesPerWeek > 0)) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "--pages-per-week is over 0: no threshold is surely never passed", "");
        }
        ThresholdTuner tuner = new ThresholdTuner(
                history,
                incidents,
                side.comparisons(),
                options.period(history.usualDistance()),
                history.time(history.size() / 2));
        ThresholdTuner.Proposal proposal = tuner.propose(pagesPerWeek);
        return Document.ofRows(proposal, "frontier", page -> BacktestPages.proposal(proposal, page));
    }
}
