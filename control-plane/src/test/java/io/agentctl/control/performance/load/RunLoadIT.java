package io.agentctl.control.performance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.End;
import io.agentctl.control.performance.LoadResult.Verdict;
import io.agentctl.control.performance.scenario.Load;
import io.agentctl.control.performance.scenario.Rate;
import io.agentctl.control.performance.scenario.Request.Protocol;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.scenario.Stage;
import io.agentctl.control.performance.threshold.Threshold;
import io.agentctl.control.performance.threshold.ThresholdParser;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Load on servers of this machine that behave well, badly and not at all. */
class RunLoadIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String LAST = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    @TempDir
    private Path folder;

    @Test
    void connectionsAreKeptAndNoMoreAreOpenedThanCallers() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(OK)) {
            LoadResult result = run(server.url(), Scenarios.of(Scenarios.closed(5, 500)));

            assertThat(result.total().counts().statuses()).containsEntry("200", 500L);
            assertThat(result.total().counts().connections()).isEqualTo(5);
            assertThat(result.total().connect().count()).isEqualTo(5);
            assertThat(result.total().firstByte().count()).isEqualTo(500);
            assertThat(result.end()).isEqualTo(End.COMPLETED);
        }
    }

    @Test
    void aServerThatClosesAfterEachAnswerIsConnectedToAgain() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(LAST)) {
            LoadResult result = run(server.url(), Scenarios.of(Scenarios.closed(2, 40)));

            assertThat(result.total().counts().statuses()).containsEntry("200", 40L);
            assertThat(result.total().counts().connections()).isEqualTo(40);
        }
    }

    @Test
    void whatIsNoAnswerIsAnErrorOfItsKind() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("220 mail ready\r\n")) {
            LoadResult result = run(server.url(), Scenarios.of(Scenarios.closed(1, 5)));

            assertThat(result.total().counts().errors()).containsEntry("malformed answer", 5L);
            assertThat(result.total().counts().failed()).isEqualTo(5);
            assertThat(result.remarks()).anyMatch(remark -> remark.contains("no status line of HTTP/1.1"));
        }
        try (ScriptedServer server = ScriptedServer.answering("")) {
            assertThat(run(server.url(), Scenarios.of(Scenarios.closed(1, 5)))
                            .total()
                            .counts()
                            .errors())
                    .as("closed without an answer")
                    .containsEntry("connection closed", 5L);
        }
    }

    @Test
    void aTargetWithoutHttp2IsNotMeasuredOverHttp11Instead() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(OK)) {
            LoadResult result =
                    run(server.url(), Scenarios.of(Duration.ofSeconds(10), Protocol.HTTP_2, Scenarios.closed(2, 6)));

            assertThat(result.total().counts().errors()).containsEntry("other", 6L);
            assertThat(result.remarks()).contains("other: the target speaks HTTP/1.1, and no HTTP/2");
        }
    }

    @Test
    void aTimeoutCountsWithTheTimeThatWasWaited() throws IOException {
        try (ScriptedServer server = ScriptedServer.silent()) {
            LoadResult result = run(server.url(), Scenarios.of(Duration.ofMillis(200), Scenarios.closed(2, 4)));

            assertThat(result.total().counts().errors()).containsEntry("timeout", 4L);
            assertThat(result.total().latency().count()).isEqualTo(4);
            assertThat(result.total().latency().min()).isGreaterThanOrEqualTo(199);
        }
    }

    @Test
    void whatWasDueAndNeverSentIsNotForgotten() throws IOException {
        try (ScriptedServer server = ScriptedServer.silent()) {
            Stage stage = open("50/s", OptionalInt.of(1), Duration.ofSeconds(1));
            LoadResult result = run(server.url(), Scenarios.of(Duration.ofMillis(500), stage));

            assertThat(result.total().counts().planned()).isEqualTo(50);
            assertThat(result.total().counts().ended()).isEqualTo(50);
            assertThat(result.total().counts().errors()).containsKeys("timeout", "not sent, all connections busy");
            assertThat(result.total().latency().count()).isEqualTo(50);
        }
    }

    @Test
    void aRateIsKeptAndItsStagesFollowEachOtherOnTime() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(OK)) {
            Stage ramp = new Stage(
                    "ramp",
                    new Load.Open(Rate.parse("0/s"), Rate.parse("100/s"), OptionalInt.empty()),
                    OptionalLong.empty(),
                    Optional.of(Duration.ofSeconds(1)),
                    true,
                    Duration.ZERO);
            LoadResult result =
                    run(server.url(), Scenarios.of(ramp, open("100/s", OptionalInt.empty(), Duration.ofSeconds(2))));

            assertThat(result.stages())
                    .extracting(stage -> stage.measured().counts().sent())
                    .containsExactly(50L, 200L);
            assertThat(result.stages().getLast().after()).isEqualTo(1.0);
            assertThat(result.total().counts().sent()).as("without warm-up").isEqualTo(200);
            assertThat(result.total().throughput()).isEqualTo(100);
            assertThat(result.intervals()).hasSize(3);
        }
    }

    @Test
    void aMissedThresholdEndsARunThatIsToAbort() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")) {
            Scenario scenario = Scenarios.of(open("50/s", OptionalInt.empty(), Duration.ofMinutes(5)));
            Threshold threshold = ThresholdParser.parse("errors<50% for 2s", "test", ErrorCode.USAGE);
            LoadResult result = new RunLoad(Clock.systemUTC(), LoadObserver.NONE)
                    .run(
                            new LoadRequest(
                                    scenario,
                                    server.url(),
                                    List.of(threshold),
                                    true,
                                    100_000,
                                    Optional.empty(),
                                    Turn.WHOLE),
                            ProgressListener.SILENT);

            assertThat(result.end()).isEqualTo(End.ABORTED);
            assertThat(result.verdict()).isIn(Verdict.MISSED, Verdict.INCONCLUSIVE);
            assertThat(result.total().counts().sent()).isLessThan(3000);
        }
    }

    @Test
    void anInterruptEndsARunWithItsReport() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(OK)) {
            Cancellation cancellation = new Cancellation();
            List<ProgressEvent> told = new ArrayList<>();
            LoadResult result = new RunLoad(Clock.systemUTC(), LoadObserver.NONE)
                    .run(
                            request(
                                    server.url(),
                                    Scenarios.of(open("50/s", OptionalInt.empty(), Duration.ofMinutes(5)))),
                            new ProgressListener() {
                                @Override
                                public void on(ProgressEvent event) {
                                    told.add(event);
                                    if (told.size() == 2) {
                                        cancellation.request();
                                    }
                                }

                                @Override
                                public Cancellation cancellation() {
                                    return cancellation;
                                }
                            });

            assertThat(result.end()).isEqualTo(End.INTERRUPTED);
            assertThat(result.total().counts().answered()).isBetween(50L, 1000L);
            assertThat(told.getFirst()).isInstanceOf(ProgressEvent.Course.class);
        }
    }

    @Test
    void theCapIsNeverPassed() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(OK)) {
            Stage stage = new Stage(
                    "closed",
                    new Load.Closed(4, Duration.ZERO),
                    OptionalLong.empty(),
                    Optional.of(Duration.ofMinutes(5)),
                    false,
                    Duration.ZERO);
            LoadResult result = new RunLoad(Clock.systemUTC(), LoadObserver.NONE)
                    .run(
                            new LoadRequest(
                                    Scenarios.of(stage),
                                    server.url(),
                                    List.of(),
                                    false,
                                    100,
                                    Optional.empty(),
                                    Turn.WHOLE),
                            ProgressListener.SILENT);

            assertThat(result.total().counts().sent()).isEqualTo(100);
            assertThat(server.requests()).isEqualTo(100);
            assertThat(result.end()).isEqualTo(End.CAPPED);
        }
    }

    @Test
    void tlsIsSpokenWithWhoCanProveItsNameAndWithNobodyElse() throws Exception {
        try (ScriptedServer server = ScriptedServer.overTls(OK, folder)) {
            LoadResult result = new RunLoad(Clock.systemUTC(), LoadObserver.NONE)
                    .run(
                            new LoadRequest(
                                    Scenarios.of(Scenarios.closed(3, 60)),
                                    server.url(),
                                    List.of(),
                                    false,
                                    1000,
                                    Optional.of(folder.resolve("server.pem")),
                                    Turn.WHOLE),
                            ProgressListener.SILENT);

            assertThat(result.total().counts().statuses()).containsEntry("200", 60L);
            assertThat(result.total().tls().count()).isEqualTo(3);

            AgentctlException refused = catchThrowableOfType(
                    AgentctlException.class, () -> run(server.url(), Scenarios.of(Scenarios.closed(1, 1))));
            assertThat(refused.code()).isEqualTo(ErrorCode.UNREACHABLE);
            assertThat(refused).hasMessageContaining("there is no TLS with https://127.0.0.1");
            assertThat(refused.advice()).contains("--ca");
        }
    }

    private static Stage open(String rate, OptionalInt connections, Duration duration) {
        return new Stage(
                "open",
                new Load.Open(Rate.parse(rate), Rate.parse(rate), connections),
                OptionalLong.empty(),
                Optional.of(duration),
                false,
                Duration.ZERO);
    }

    private static LoadResult run(URI url, Scenario scenario) {
        return new RunLoad(Clock.systemUTC(), LoadObserver.NONE).run(request(url, scenario), ProgressListener.SILENT);
    }

    private static LoadRequest request(URI url, Scenario scenario) {
        return new LoadRequest(scenario, url, List.of(), false, 100_000, Optional.empty(), Turn.WHOLE);
    }
}
