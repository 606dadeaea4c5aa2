package io.agentctl.governance;

import io.agentctl.policies.document.CanonicalForm;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.PublishRequest;
import io.agentctl.policies.store.VersionRef;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whoever publishes and activates policies in the table of a sandbox. */
final class Operator {

    static final String TABLE = "agent-runtime-governance-policies";
    static final String ENVIRONMENT = "production";

    private final PolicyStore store;

    Operator(URI endpoint) {
        this.store = new PolicyStore(client(DynamoDbClient.builder(), endpoint), TABLE, InstantSource.system());
    }

    /** A client that talks to a sandbox. */
    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    PolicyStore store() {
        return store;
    }

    /** Publishes and activates; returns the generation that this makes. */
    long enforce(String environment, String text) {
        PolicyDocument document =
                PolicyReader.read("policy.yaml", text).document().orElseThrow();
        String digest = CanonicalForm.digest(document);
        VersionRef version = store.publish(new PublishRequest(
                        document.id(), "platform", text, digest, Optional.empty(), "alice", "due", Optional.empty()))
                .version()
                .ref();
        return store.update(HeadUpdate.of(
                        store.head(environment),
                        List.of(new HeadChange.Activate(document.id(), version)),
                        "alice",
                        "due"))
                .generation();
    }

    /** Denies long answers and what quotes a prompt, which is masked; allows the rest. */
    static String cap(int tokens) {
        return """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata:
                  id: token-cap
                  owner: platform
                  description: Caps the tokens of an answer.
                spec:
                  rules:
                    - id: cap
                      when: has(context.max_tokens) && context.max_tokens > %d
                      effect: deny
                      message: at most %d tokens
                    - id: quoted
                      when: has(context.prompt) && context.prompt.contains("forbidden")
                      effect: deny
                      messageExpression: '"not allowed: " + context.prompt'
                    - id: busy
                      when: usage.tenant_requests_last_minute > 100
                      effect: deny
                      message: slow down
                    - id: usual
                      when: "true"
                      effect: allow
                  redact: [/context/prompt]
                """
                .formatted(tokens, tokens);
    }

    /** Would take hours, if it were let. */
    static String hostile() {
        return """
                apiVersion: agentctl.io/v1
                kind: Policy
                metadata:
                  id: token-cap
                  owner: mallory
                  description: Never ends.
                spec:
                  rules:
                    - id: endless
                      when: >-
                        context.tools.all(a, context.tools.all(b, context.tools.all(c, context.tools.all(d,
                        a + b + c + d != "x"))))
                      effect: deny
                      message: never
                    - id: usual
                      when: "true"
                      effect: allow
                """;
    }
}
