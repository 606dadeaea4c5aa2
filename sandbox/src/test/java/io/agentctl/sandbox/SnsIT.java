package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The sandbox plays SNS, and delivers to HTTP on loopback besides. */
class SnsIT implements SnsContract {
    private static final String PAGES = "arn:aws:sns:us-east-1:111122223333:agent-runtime-pages";

    private final Sandbox sandbox = Sandbox.start(World.defaultWorld(4));
    private final SnsClient sns = Clients.of(SnsClient.builder(), sandbox);
    private final SqsClient sqs = Clients.of(SqsClient.builder(), sandbox);
    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public SnsClient sns() {
        return sns;
    }

    @Override
    public SqsClient sqs() {
        return sqs;
    }

    @AfterEach
    void stop() {
        sns.close();
        sqs.close();
        sandbox.close();
    }

    private record Delivery(String type, String body) {}

    /** A server that keeps what is posted to it. */
    private static HttpServer listen(BlockingQueue<Delivery> deliveries) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            deliveries.add(new Delivery(exchange.getRequestHeaders().getFirst("x-amz-sns-message-type"), body));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void anEndpointOnLoopbackIsAskedBeforeItGetsMessages() throws Exception {
        BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
        HttpServer server = listen(deliveries);
        try {
            String endpoint = "http://127.0.0.1:" + server.getAddress().getPort() + "/alarms";
            assertThat(sns.subscribe(request ->
                                    request.topicArn(PAGES).protocol("http").endpoint(endpoint))
                            .subscriptionArn())
                    .isEqualTo("pending confirmation");
            Delivery question = deliveries.poll(30, TimeUnit.SECONDS);
            assertThat(question.type()).isEqualTo("SubscriptionConfirmation");
            JsonNode asked = mapper.readTree(question.body());
            sns.publish(request -> request.topicArn(PAGES).message("too early"));
            try (InputStream page =
                    URI.create(asked.path("SubscribeURL").asText()).toURL().openStream()) {
                assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("<SubscriptionArn>" + PAGES + ":");
            }
            sns.publish(request -> request.topicArn(PAGES).message("now"));
            Delivery delivery = deliveries.poll(30, TimeUnit.SECONDS);
            assertThat(delivery.type()).isEqualTo("Notification");
            assertThat(mapper.readTree(delivery.body()).path("Message").asText())
                    .isEqualTo("now");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatLeavesTheMachineIsRefused() {
        assertThatThrownBy(() -> sns.subscribe(
                        request -> request.topicArn(PAGES).protocol("https").endpoint("https://example.com/hook")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("127.0.0.1, localhost and [::1] only, not to example.com");
        assertThatThrownBy(() -> sns.subscribe(
                        request -> request.topicArn(PAGES).protocol("email").endpoint("someone@example.com")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("not to email");
    }

    @Test
    void theWorldsTopicsDeliverToItsQueues() {
        assertThat(sns.listSubscriptions().subscriptions())
                .extracting(Subscription::endpoint)
                .containsExactlyInAnyOrder(
                        "arn:aws:sqs:us-east-1:111122223333:agent-runtime-pages",
                        "arn:aws:sqs:us-east-1:111122223333:agent-runtime-tickets");
        // Moto counts none of them, so this is no part of the contract.
        assertThat(sns.getTopicAttributes(request -> request.topicArn(PAGES)).attributes())
                .containsEntry("SubscriptionsConfirmed", "1");
    }

    @Test
    void anAlarmThatGoesOffIsFoundInTheQueue() throws Exception {
        sandbox.cloudWatch().putMetricAlarm(request -> request.alarmName("p95")
                .alarmDescription("slow")
                .namespace("agent-runtime/API")
                .metricName("ResponseTime")
                .extendedStatistic("p95")
                .period(300)
                .evaluationPeriods(2)
                .threshold(750.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .alarmActions(PAGES));
        sandbox.cloudWatch()
                .setAlarmState(request ->
                        request.alarmName("p95").stateValue(StateValue.ALARM).stateReason("a test"));
        String url = sqs.getQueueUrl(request -> request.queueName("agent-runtime-pages"))
                .queueUrl();
        JsonNode envelope = mapper.readTree(sqs.receiveMessage(request -> request.queueUrl(url))
                .messages()
                .getFirst()
                .body());
        JsonNode message = mapper.readTree(envelope.path("Message").asText());

        assertThat(envelope.path("Subject").asText()).isEqualTo("ALARM: \"p95\" in US East (N. Virginia)");
        assertThat(message.path("AlarmName").asText()).isEqualTo("p95");
        assertThat(message.path("OldStateValue").asText()).isEqualTo("INSUFFICIENT_DATA");
        assertThat(message.path("NewStateValue").asText()).isEqualTo("ALARM");
        assertThat(message.path("NewStateReason").asText()).isEqualTo("a test");
        assertThat(message.at("/Trigger/ExtendedStatistic").asText()).isEqualTo("p95");
        assertThat(message.at("/Trigger/Threshold").asDouble()).isEqualTo(750);
    }
}
