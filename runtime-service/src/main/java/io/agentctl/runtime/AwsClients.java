package io.agentctl.runtime;

import io.agentctl.runtime.configuration.RuntimeConfiguration.Aws;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Builds AWS clients, each when it is asked for. */
final class AwsClients {

    /** A watch that hangs would keep old policies in force: better to fail and ask again. */
    private static final Duration CALL = Duration.ofSeconds(3);

    private static final Duration ATTEMPT = Duration.ofSeconds(1);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 10;

    private final Aws settings;

    AwsClients(Aws settings) {
        this.settings = settings;
    }

    DynamoDbClient dynamoDb() {
        return build(DynamoDbClient.builder());
    }

    CloudWatchClient cloudWatch() {
        return build(CloudWatchClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder) {
        return at(builder.httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(CONNECT)
                        .socketTimeout(CALL))
                .overrideConfiguration(override -> override.apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT)));
    }

    /** Builds a client that is prepared but for where it calls. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C at(B builder) {
        settings.region().ifPresent(region -> builder.region(Region.of(region)));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
