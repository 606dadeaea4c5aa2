package io.agentctl.control.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadOnlyGuardTest {

    @Test
    void whatIsNotKnownToReadIsRefused() {
        assertThat(List.of("DescribeServices", "ListTasks", "GetMetricData", "Query", "BatchGetItem"))
                .allMatch(ReadOnlyGuard::reads);
        assertThat(List.of("UpdateService", "PutItem", "TransactWriteItems", "Invoke", "Describer", "SomethingNew"))
                .noneMatch(ReadOnlyGuard::reads);
    }

    @Test
    void aMutatingCallIsRefusedBeforeItIsSent() {
        AwsSettings settings = new AwsSettings(
                Optional.empty(),
                "us-east-1",
                Optional.of(URI.create("http://127.0.0.1:1")),
                AwsSettings.Credentials.SANDBOX,
                true,
                Duration.ofSeconds(5),
                1,
                AwsSettings.Pace.AT_ONCE);
        try (AwsClients clients = new AwsClients(settings)) {
            assertThatThrownBy(() -> clients.ecs().updateService(request -> request.service("api")))
                    .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ErrorCode.READ_ONLY))
                    .hasMessageContaining("UpdateService");
        }
    }
}
