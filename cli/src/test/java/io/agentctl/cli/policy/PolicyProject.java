package io.agentctl.cli.policy;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.RuleRef;
import io.agentctl.policies.fact.Facts;
import io.agentctl.policies.rollout.DecisionLine;
import io.agentctl.policies.rollout.Masked;
import io.agentctl.policies.rollout.RecordedDecision;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.RecordedLine;
import io.agentctl.policies.store.RuntimeInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project with policies in a sandbox, a colleague who changes them as well, and runtimes that report. */
final class PolicyProject implements AutoCloseable {

    static final PolicyId CAP = new PolicyId("cap");
    static final String PRODUCTION = "production";

    private static final String TEXT =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata:
              id: %1$s
              owner: agents
            spec:
              match:
                intents: [call_reasoning]
              parameters:
                limit: %2$d
              rules:
                - id: too-long
                  when: has(context.max_tokens) && context.max_tokens > parameters.limit
                  effect: deny
                  message: too many tokens
                - id: anybody
                  when: "true"
                  effect: allow
            tests:
              - name: the limit is allowed
                input: {intent: call_reasoning, context: {max_tokens: %2$d}}
                expect: {effect: allow}
              - name: above the limit is denied
                input: {intent: call_reasoning, context: {max_tokens: %3$d}}
                expect: {effect: deny, rule: too-long}
            """;

    private final Path folder;
    private final Commands commands;
    private final AwsClients aws;
    private final PolicyStore store;
    private final Clock clock = Clock.systemUTC();

    PolicyProject(Path folder, URI endpoint, String name) {
        this.folder = folder;
        this.commands = Commands.in(folder)
                .with("AGENTCTL_CONTEXT", "sandbox")
                .with("AGENTCTL_ENDPOINT_URL", endpoint.toString());
        this.aws = new AwsClients(AwsSettings.sandbox(endpoint, "us-east-1"), List.of());
        this.store = new PolicyStore(aws.dynamoDb(), name + "-governance-policies", clock);
        write("agentctl.yaml", "project: " + name + "\njournal: file\n");
    }

    /** A sound policy that denies more tokens than a limit. */
    static String text(String id, int limit) {
        return TEXT.formatted(id, limit, limit + 1);
    }

    Commands commands() {
        return commands;
    }

    /** Runs a command; {@code ./} is the project's folder, which is not where this process works. */
    Outcome run(String line) {
        return commands.run(line.replace("./", folder + "/").split(" "));
    }

    /** Writes a file into the project. */
    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Publishes a version of the policy for each limit. */
    void publish(int... limits) {
        for (int limit : limits) {
            write("cap.yaml", text("cap", limit));
            must("policy publish ./cap.yaml --yes");
        }
    }

    /** Runs a command that is part of a case's beginning. */
    Outcome must(String line) {
        Outcome outcome = run(line);
        if (outcome.code() != 0) {
            throw new IllegalStateException(line + ": " + outcome.talk());
        }
        return outcome;
    }

    PolicyHead head() {
        return store.head(PRODUCTION);
    }

    Optional<Long> inForce() {
        return head().version(CAP).map(version -> version.number());
    }

    /** A colleague activates a version in the meantime. */
    void activatedByBob(long number) {
        store.update(HeadUpdate.of(
                head(),
                List.of(new HeadChange.Activate(
                        CAP, store.version(CAP, number).orElseThrow().ref())),
                "bob@laptop",
                "urgent"));
    }

    /** A runtime reports that it enforces a generation. */
    void report(String id, long generation, Optional<String> problem) {
        Instant now = clock.instant();
        store.report(
                new RuntimeInstance(id, PRODUCTION, "10.0.0.7:8080", "0.1.0", generation, now, now, problem),
                Duration.ofMinutes(1));
    }

    /** A decision about a request for so many tokens, as a runtime records it. */
    RecordedDecision decision(String id, Effect effect, long tokens) {
        return decision(id, effect, (Object) tokens);
    }

    /** A decision about a request for tokens of which nothing was kept. */
    RecordedDecision maskedDecision(String id) {
        return decision(id, Effect.ALLOW, Masked.VALUE);
    }

    private RecordedDecision decision(String id, Effect effect, Object tokens) {
        Instant at = clock.instant().minus(Duration.ofMinutes(1));
        Facts facts = new Facts(
                Map.of("intent", "call_reasoning", "environment", PRODUCTION, "time", at, "id", id),
                Map.of("max_tokens", tokens),
                Map.of());
        boolean denied = effect == Effect.DENY;
        RuleRef rule = new RuleRef(CAP, "1", denied ? "too-long" : "anybody");
        Decision.Reason reason = denied ? Decision.Reason.DENIED : Decision.Reason.ALLOWED;
        return new RecordedDecision(
                id,
                at,
                PRODUCTION,
                facts,
                new Decision(effect, reason, Optional.of(rule), "", List.of(), 1),
                Map.of(CAP, "1"));
    }

    /** Has decisions recorded in the store. */
    void record(RecordedDecision... decisions) {
        store.record(
                PRODUCTION,
                List.of(decisions).stream()
                        .map(one -> new RecordedLine(one.at(), one.id(), DecisionLine.write(one)))
                        .toList(),
                Duration.ofHours(1));
    }

    @Override
    public void close() {
        aws.close();
    }
}
