package io.agentctl.control.performance.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.SimulatedResult;
import io.agentctl.control.performance.history.KeptResult;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableHistoryIT {

    private Sandbox sandbox;
    private AwsClients aws;
    private TableHistory history;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(World.parse("history: 1h\ntables: [acme-agentctl]\n", Path.of("")));
        aws = new AwsClients(new AwsSettings(
                Optional.empty(),
                "us-east-1",
                Optional.of(sandbox.endpoint()),
                AwsSettings.Credentials.SANDBOX,
                false,
                Duration.ofSeconds(30),
                AwsSettings.USUAL_ATTEMPTS,
                AwsSettings.Pace.AS_AWS_ALLOWS));
        history = new TableHistory(aws::dynamoDb, "acme-agentctl");
    }

    @AfterEach
    void stop() {
        aws.close();
        sandbox.close();
    }

    @Test
    void resultsAreReadInTheOrderInWhichTheyRanAndEachIsKeptOnce() {
        LoadResult later =
                SimulatedResult.of(2).at(Instant.parse("2026-03-02T10:00:00Z")).made();
        // More than one item holds.
        LoadResult large = SimulatedResult.of(1).intervals(1500).made();

        history.keep(later);
        history.keep(large);
        history.keep(later);

        ResultHistory.Contents contents = history.read();
        assertThat(contents.results()).extracting(KeptResult::result).containsExactly(large, later);
        assertThat(contents.passedOver()).isEmpty();
    }

    @Test
    void aResultThatIsDamagedHidesNoOther() {
        history.keep(SimulatedResult.of(1).intervals(5).made());
        aws.dynamoDb().putItem(request -> request.tableName("acme-agentctl")
                .item(Map.of(
                        "pk", AttributeValue.fromS("load-results"),
                        "sk", AttributeValue.fromS("z#0000"),
                        "name", AttributeValue.fromS("z"),
                        "bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("no gzip")))));

        ResultHistory.Contents contents = history.read();

        assertThat(contents.results()).hasSize(1);
        assertThat(contents.passedOver()).singleElement().asString().contains("damaged");
    }
}
