package io.agentctl.control.performance.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.regression.SeriesVerdict.Word;
import io.agentctl.control.performance.regression.Worse;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

final class FindRegressionsTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final int STEP = 40;
    private static final Instant CHANGED = START.plus(Duration.ofHours(STEP));
    private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:perf";

    @TempDir
    Path folder;

    private final List<PublishRequest> published = new ArrayList<>();

    /** A topic that keeps what it is told. */
    private final class Topics implements SnsClient {
        @Override
        public PublishResponse publish(PublishRequest request) {
            if (!request.topicArn().equals(TOPIC)) {
                throw NotFoundException.builder()
                        .message("Topic does not exist")
                        .build();
            }
            published.add(request);
            return PublishResponse.builder().messageId("1").build();
        }

        @Override
        public String serviceName() {
            return "sns";
        }

        @Override
        public void close() {}
    }

    @Test
    void aRegressionIsToldToATopicWithWhatCameJustBefore() throws IOException {
        Happening deployment = new Happening(CHANGED.minus(Duration.ofMinutes(20)), "deployment of main/api to api:42");
        Happening earlier = new Happening(CHANGED.minus(Duration.ofMinutes(90)), "operation 1");
        Happening after = new Happening(CHANGED.plus(Duration.ofHours(3)), "operation 2");

        RegressionReport report = run((from, to) -> List.of(earlier, after, deployment), TOPIC, 1.5);

        assertThat(report.word()).isEqualTo(Word.REGRESSION);
        assertThat(report.findings()).singleElement().satisfies(each -> {
            assertThat(each.finding().at()).isEqualTo(CHANGED);
            assertThat(each.cause()).contains(deployment);
        });
        assertThat(published).singleElement().satisfies(request -> {
            assertThat(request.subject()).isEqualTo("Regression: latency.csv");
            assertThat(request.message()).contains("deployment of main/api to api:42", "regression: level from 10");
        });
    }

    @Test
    void whatCannotBeLookedUpOrToldChangesNoVerdict() throws IOException {
        RegressionReport report = run(
                (from, to) -> {
                    throw new AgentctlException(ErrorCode.NOT_ALLOWED, "may not list deployments", "");
                },
                TOPIC + "-gone",
                1.5);

        assertThat(report.word()).isEqualTo(Word.REGRESSION);
        assertThat(report.remarks()).hasSize(2);
        assertThat(report.remarks().get(0)).contains("may not list deployments");
        assertThat(report.remarks().get(1)).startsWith("Could not tell " + TOPIC + "-gone");
    }

    @Test
    void nobodyIsToldOfAnImprovement() throws IOException {
        RegressionReport report = run((from, to) -> List.of(), TOPIC, 0.5);

        assertThat(report.word()).isEqualTo(Word.IMPROVEMENT);
        assertThat(published).isEmpty();
    }

    private RegressionReport run(Happenings happenings, String topic, double factor) throws IOException {
        StringBuilder csv = new StringBuilder("time,value\n");
        for (int i = 0; i < 60; i++) {
            double value = 100 + (i * 7 % 5);
            csv.append(START.plus(Duration.ofHours(i)))
                    .append(',')
                    .append(i < STEP ? value : value * factor)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("latency.csv"), csv);
        TellRegression tell = new TellRegression(() -> new TopicGateway(Topics::new, new ApiCalls(1)));
        FindRegressions find = new FindRegressions(
                () -> {
                    throw new AssertionError("nothing is read from CloudWatch");
                },
                () -> {
                    throw new AssertionError("nothing is read from the team's history");
                },
                request -> List.of(happenings));
        RegressionReport found = find.run(
                new FindRegressions.Request(
                        LocalSeries.ofCsv(file), 0.05, Worse.HIGHER, new FindRegressions.Causes(true, List.of())),
                ProgressListener.SILENT);
        return tell.run(new TellRegression.Request(topic, found), ProgressListener.SILENT);
    }
}
