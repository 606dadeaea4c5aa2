package io.agentctl.runtime.backend;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** Prepares AWS clients for back ends. */
public final class BackendClients {

    /** Above the longest attempt, so that ours is the timeout that ends it. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Duration ACQUISITION = Duration.ofSeconds(1);

    private BackendClients() {}

    /**
     * Turns the SDK's own retries off, because it repeats an invocation that takes longer than its socket timeout, so
     * that the function runs twice; and sets that timeout above the longest attempt.
     *
     * @param calls as many as the bulkheads of all back ends that share the client let through together
     * @param timeout the longest of theirs
     * @return the builder
     */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B prepare(
            B builder, PoolSettings pool, int calls, Duration timeout) {
        return builder.httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(calls)
                        .connectionMaxIdleTime(pool.idleFor())
                        .connectionTimeout(pool.connectTimeout())
                        .connectionAcquisitionTimeout(ACQUISITION)
                        .socketTimeout(timeout.plus(MARGIN)))
                .overrideConfiguration(override -> override.retryStrategy(retries -> retries.maxAttempts(1)));
    }
}
