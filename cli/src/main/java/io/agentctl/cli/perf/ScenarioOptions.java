package io.agentctl.cli.perf;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.scenario.Load;
import io.agentctl.control.performance.scenario.Rate;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.scenario.ScenarioReader;
import io.agentctl.control.performance.scenario.ShippedScenarios;
import io.agentctl.control.performance.scenario.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is sent and how fast: a scenario, or options that make one. */
final class ScenarioOptions {

    private static final Duration USUAL = Duration.ofSeconds(30);

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            description = "What is sent: baseline, stress, spike, soak, or a file.")
    private String scenario;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            converter = RateConverter.class,
            description = "So many requests, such as 50/s or 1000/m, whether answers come or not.")
    private Rate rate;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "So many callers, each of whom waits for its answer; with --rate: at most so many at a time.")
    private Integer concurrency;

    @Option(names = "--duration", paramLabel = "DURATION", description = "For how long; default: 30s.")
    private Duration duration;

    @Option(names = "--requests", paramLabel = "N", description = "How many requests in all.")
    private Long requests;

    @Option(
            names = "--ramp",
            paramLabel = "DURATION",
            description = "Grow to that load over this time before; it does not count.")
    private Duration ramp;

    @Option(
            names = "--expect",
            paramLabel = "CHECK",
            description =
                    "A check on each answer, such as status=200, body~text or json:$.a.b=value; default: status=2xx.")
    private List<String> expectations = new ArrayList<>();

    @Mixin
    private RequestOptions request = new RequestOptions();

    /** @param directory to which files are relative */
    Scenario scenario(Path directory) {
        if (scenario == null) {
            return made(directory);
        }
        if (Stream.of(rate, concurrency, duration, requests, ramp).anyMatch(option -> option != null)) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "--scenario says how fast and how long, and so do --rate, --concurrency, --duration, --requests and"
                            + " --ramp",
                    "Leave one or the other out, or write a scenario of your own.");
        }
        Scenario read = ShippedScenarios.NAMES.contains(scenario)
                ? ShippedScenarios.read(scenario)
                : ScenarioReader.read(directory.resolve(scenario));
        return new Scenario(
                read.name(),
                read.description(),
                request.over(read.request(), directory),
                expectations.isEmpty() ? read.expectations() : expectations,
                read.thresholds(),
                read.stages());
    }

    private Scenario made(Path directory) {
        if (rate == null && concurrency == null) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "what is to be sent is not said",
                    "Give --rate 50/s, --concurrency 50 or --scenario baseline.");
        }
        try {
            return new Scenario("ad-hoc", "", request.request(directory), expectations, List.of(), stages());
        } catch (IllegalArgumentException unfit) {
            throw new AgentctlException(ErrorCode.USAGE, unfit.getMessage(), "", null, unfit);
        }
    }

    private List<Stage> stages() {
        OptionalLong count = requests == null ? OptionalLong.empty() : OptionalLong.of(requests);
        Optional<Duration> time = Optional.ofNullable(duration == null && requests == null ? USUAL : duration);
        if (rate == null) {
            Duration growing = ramp == null ? Duration.ZERO : ramp;
            Stage steady = stage("steady", new Load.Closed(concurrency, Duration.ZERO), count, time, false);
            return growing.isZero()
                    ? List.of(steady)
                    : List.of(
                            stage(
                                    "ramp",
                                    new Load.Closed(concurrency, growing),
                                    OptionalLong.empty(),
                                    Optional.of(growing),
                                    true),
                            steady);
        }
        OptionalInt most = concurrency == null ? OptionalInt.empty() : OptionalInt.of(concurrency);
        Stage steady = stage("steady", new Load.Open(rate, rate, most), count, time, false);
        return ramp == null
                ? List.of(steady)
                : List.of(
                        stage(
                                "ramp",
                                new Load.Open(new Rate(0), rate, most),
                                OptionalLong.empty(),
                                Optional.of(ramp),
                                true),
                        steady);
    }

    private static Stage stage(
            String name, Load load, OptionalLong requests, Optional<Duration> duration, boolean warmUp) {
        return new Stage(name, load, requests, duration, warmUp, Duration.ZERO);
    }
}
