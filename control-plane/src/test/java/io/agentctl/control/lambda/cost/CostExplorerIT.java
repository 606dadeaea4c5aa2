package io.agentctl.control.lambda.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.MotoServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cost Explorer's answers are read as an independent peer gives them. */
class CostExplorerIT {

    private static final String ANSWER =
            """
            {"results": [{"ResultsByTime": [{
              "TimePeriod": {"Start": "2026-03-10", "End": "2026-03-11"}, "Total": {}, "Estimated": false,
              "Groups": [
                {"Keys": ["function$"], "Metrics": {"UnblendedCost": {"Amount": "0.5", "Unit": "USD"}}},
                {"Keys": ["function$worker"], "Metrics": {"UnblendedCost": {"Amount": "1.25", "Unit": "USD"}}}]}],
              "DimensionValueAttributes": []}]}
            """;

    @Test
    void motosAnswerIsReadByTagAndDay() throws Exception {
        try (MotoServer moto = MotoServer.start(Map.of());
                AwsClients aws = new AwsClients(AwsSettings.sandbox(moto.endpoint(), "us-east-1"));
                HttpClient http = HttpClient.newHttpClient()) {
            URI results = moto.endpoint().resolve("/moto-api/static/ce/cost-and-usage-results");
            int status = http.send(
                            HttpRequest.newBuilder(results)
                                    .POST(HttpRequest.BodyPublishers.ofString(ANSWER))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(201);

            LocalDate day = LocalDate.parse("2026-03-10");
            List<BilledDay> days = new CostExplorerGateway(aws::costExplorer, new ApiCalls(1))
                    .ask(
                            new CostQuestion("123456789012", "us-east-1", day, day.plusDays(1), "function"),
                            ProgressListener.SILENT);

            assertThat(days).containsExactly(new BilledDay(day, "", 0.5), new BilledDay(day, "worker", 1.25));
        }
    }
}
