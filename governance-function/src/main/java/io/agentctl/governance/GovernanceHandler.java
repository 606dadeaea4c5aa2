package io.agentctl.governance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.agentctl.policies.serving.PolicyTexts;
import io.agentctl.policies.serving.StoreLoader;
import io.agentctl.policies.serving.StoreTrialEnd;
import io.agentctl.policies.store.PolicyStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Decides on dispatches: {@code {"intent": …, "context": …}} in, a decision out. Made once for each execution
 * environment, while it starts; policies are loaded then. Its settings are variables: {@link FunctionSettings}.
 */
public final class GovernanceHandler implements RequestStreamHandler {

    /** Requests wait for this where the store hangs: better to go on with the last good policies. */
    private static final Duration CALL = Duration.ofSeconds(2);

    private static final Duration ATTEMPT = Duration.ofMillis(700);

    private final Governor governor;

    /**
     * As Lambda makes it. A store that cannot be reached does not keep it from starting: it denies until it can.
     *
     * @throws IllegalArgumentException if a variable cannot be used
     */
    public GovernanceHandler() {
        // Lambda takes standard output for the log, which is what a handler without a request has.
        this(
                System.getenv(),
                client(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }

    GovernanceHandler(Map<String, String> variables, DynamoDbClient client, PrintStream out, InstantSource clock) {
        FunctionSettings settings = FunctionSettings.read(variables);
        FunctionLog log = new FunctionLog(out, settings.decisions(), clock);
        PolicyStore store = new PolicyStore(client, settings.table(), clock);
        StoreLoader loader =
                new StoreLoader(store, settings.trusted(), settings.table(), settings.environment(), new PolicyTexts());
        String name = variables.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "governance");
        this.governor = new Governor(
                settings.environment(),
                new HeldPolicies(loader, settings.watch(), clock, log),
                new StoreTrialEnd(store, settings.environment(), "function " + name),
                log,
                clock);
        governor.prepare();
    }

    private static DynamoDbClient client() {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(ATTEMPT)
                        .socketTimeout(ATTEMPT))
                .overrideConfiguration(override -> override.apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT))
                .build();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(governor.answer(input.readAllBytes(), context.getAwsRequestId()));
    }
}
