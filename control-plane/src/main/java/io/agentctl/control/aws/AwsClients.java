package io.agentctl.control.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationsignals.ApplicationSignalsClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The AWS clients of one program, each built when it is first asked for. All share one HTTP client and one set of
 * credentials. Close it once, at the end.
 */
public final class AwsClients implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final int FEW_ATTEMPTS = 2;

    private final AwsSettings settings;
    private final List<ExecutionInterceptor> interceptors;
    private final Function<Duration, SdkHttpClient> connections;
    private final Lazy<SdkHttpClient> http;
    private final Lazy<AwsCredentialsProvider> credentials;
    private final Lazy<EcsClient> ecs;
    private final Lazy<EcsClient> ecsOnce;
    private final Lazy<CloudWatchClient> cloudWatch;
    private final Lazy<ApplicationAutoScalingClient> scaling;
    private final Lazy<StsClient> sts;
    private final Lazy<StsClient> stsImpatient;
    private final Lazy<DynamoDbClient> dynamoDb;
    private final Lazy<KmsClient> kms;
    private final Lazy<LambdaClient> lambda;
    private final Lazy<SnsClient> sns;
    private final Lazy<SqsClient> sqs;
    private final Lazy<SdkHttpClient> patching;
    private final Lazy<ApplicationSignalsClient> signals;
    private final Lazy<CostExplorerClient> costExplorer;

    public AwsClients(AwsSettings settings) {
        this(settings, List.of());
    }

    /**
     * Prepares clients; builds none.
     *
     * @param watching further interceptors, for tests that count or cut calls
     */
    public AwsClients(AwsSettings settings, List<ExecutionInterceptor> watching) {
        this(settings, watching, read -> connecting(settings, read));
    }

    /**
     * Prepares clients that connect in another way.
     *
     * @param connections makes them, given how long to wait for an answer
     */
    AwsClients(
            AwsSettings settings, List<ExecutionInterceptor> watching, Function<Duration, SdkHttpClient> connections) {
        this.settings = settings;
        this.connections = connections;
        this.interceptors = new ArrayList<>(watching);
        interceptors.add(new NameEndpoint());
        if (settings.readOnly()) {
            interceptors.add(new ReadOnlyGuard());
        }
        if (settings.pace() == AwsSettings.Pace.AS_AWS_ALLOWS) {
            interceptors.add(new RequestPacer(System::nanoTime, Thread::sleep));
        }
        this.http = new Lazy<>(() -> connections.apply(READ));
        this.credentials = new Lazy<>(this::buildCredentials);
        this.ecs = new Lazy<>(() -> configure(EcsClient.builder(), retrying()).build());
        this.ecsOnce = new Lazy<>(() ->
                configure(EcsClient.builder(), AwsRetryStrategy.doNotRetry()).build());
        this.cloudWatch = new Lazy<>(() -> configure(
                        CloudWatchClient.builder(), retrying(), new PointsApart(http.get()), settings.callTimeout())
                .build());
        this.scaling = new Lazy<>(() ->
                configure(ApplicationAutoScalingClient.builder(), retrying()).build());
        this.sts = new Lazy<>(() -> configure(StsClient.builder(), retrying()).build());
        this.stsImpatient = new Lazy<>(() -> configure(
                        StsClient.builder(),
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(FEW_ATTEMPTS)
                                .build())
                .build());
        this.dynamoDb =
                new Lazy<>(() -> configure(DynamoDbClient.builder(), retrying()).build());
        this.kms = new Lazy<>(() -> configure(KmsClient.builder(), retrying()).build());
        this.lambda =
                new Lazy<>(() -> configure(LambdaClient.builder(), retrying()).build());
        this.sns = new Lazy<>(() -> configure(SnsClient.builder(), retrying()).build());
        this.sqs = new Lazy<>(() -> configure(SqsClient.builder(), retrying()).build());
        this.patching = new Lazy<>(() -> new PatchingHttpClient(http.get(), CONNECT, READ));
        this.signals = new Lazy<>(
                () -> configure(ApplicationSignalsClient.builder(), retrying(), patching.get(), settings.callTimeout())
                        .build());
        this.costExplorer = new Lazy<>(
                () -> configure(CostExplorerClient.builder(), retrying()).build());
    }

    /** With what the clients sign, for what is signed otherwise. */
    public AwsCredentialsProvider credentials() {
        return credentials.get();
    }

    public EcsClient ecs() {
        return ecs.get();
    }

    /** Makes each call once, for operations without a client token, whose repetition would act twice. */
    public EcsClient ecsOnce() {
        return ecsOnce.get();
    }

    public CloudWatchClient cloudWatch() {
        return cloudWatch.get();
    }

    public ApplicationAutoScalingClient scaling() {
        return scaling.get();
    }

    public StsClient sts() {
        return sts.get();
    }

    /** For who wants to know soon whether AWS is there at all. */
    public StsClient stsImpatient() {
        return stsImpatient.get();
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    public KmsClient kms() {
        return kms.get();
    }

    public LambdaClient lambda() {
        return lambda.get();
    }

    public SnsClient sns() {
        return sns.get();
    }

    public SqsClient sqs() {
        return sqs.get();
    }

    /** Application Signals, which is changed by PATCH. */
    public ApplicationSignalsClient signals() {
        return signals.get();
    }

    /** One for all regions; every call of it that AWS answers costs money. */
    public CostExplorerClient costExplorer() {
        return costExplorer.get();
    }

    /**
     * A client that invokes functions, each once: an invocation that outlasts the socket would else run twice. It has
     * connections of its own, and the caller closes it.
     *
     * @param longest how long an answer may take
     */
    public LambdaClient lambdaOnce(Duration longest) {
        return configure(LambdaClient.builder(), AwsRetryStrategy.doNotRetry(), connections.apply(longest), longest)
                .build();
    }

    private <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> B configure(
            B builder, RetryStrategy retries) {
        return configure(builder, retries, http.get(), settings.callTimeout());
    }

    private <C, B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>> B configure(
            B builder, RetryStrategy retries, SdkHttpClient client, Duration callTimeout) {
        builder.region(Region.of(settings.region()))
                .credentialsProvider(credentials.get())
                .httpClient(client)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retries)
                        .executionInterceptors(interceptors)
                        .apiCallTimeout(callTimeout)
                        .build());
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder;
    }

    private RetryStrategy retrying() {
        return AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                .maxAttempts(settings.attempts())
                .build();
    }

    private static SdkHttpClient connecting(AwsSettings settings, Duration read) {
        if (settings.endpoint().map(URI::getScheme).filter("http"::equals).isPresent()) {
            return UrlConnectionHttpClient.create(uri -> connectPlainly(uri, read));
        }
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(read)
                .build();
    }

    /**
     * The SDK's own connections read the certificates of all authorities first, 100 ms that no plain endpoint needs.
     */
    private static HttpURLConnection connectPlainly(URI uri, Duration read) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) read.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AwsCredentialsProvider buildCredentials() {
        return switch (settings.credentials()) {
            case SANDBOX -> StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox"));
            case CHAIN ->
                settings.profile()
                        .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        };
    }

    @Override
    public void close() {
        close(ecs);
        close(ecsOnce);
        close(cloudWatch);
        close(scaling);
        close(sts);
        close(stsImpatient);
        close(dynamoDb);
        close(kms);
        close(lambda);
        close(sns);
        close(sqs);
        close(signals);
        close(patching);
        close(costExplorer);
        close(http);
    }

    private static void close(Lazy<? extends AutoCloseable> client) {
        if (!client.made()) {
            return;
        }
        try {
            client.get().close();
        } catch (Exception failure) {
            throw new IllegalStateException("could not close a client", failure);
        }
    }
}
