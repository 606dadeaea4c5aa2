package io.agentctl.policies.compile;

import io.agentctl.policies.document.Draft;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.EvaluationLimits;
import io.agentctl.policies.document.JsonPath;
import io.agentctl.policies.document.Match;
import io.agentctl.policies.document.Mode;
import io.agentctl.policies.document.OnError;
import io.agentctl.policies.document.Parameter;
import io.agentctl.policies.document.PolicyDocument;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.document.Rule;
import io.agentctl.policies.document.ValueType;
import io.agentctl.policies.document.Waiver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a policy together, part by part. */
public final class PolicyFixture {

    /** When tests take place: a Tuesday. */
    public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final String id;
    private Match match = Match.EVERYTHING;
    private Mode mode = Mode.ENFORCE;
    private OnError onError = OnError.DENY;
    private EvaluationLimits limits = EvaluationLimits.MOST;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<JsonPath> redact = new ArrayList<>();

    private PolicyFixture(String id) {
        this.id = id;
    }

    public static PolicyFixture policy(String id) {
        return new PolicyFixture(id);
    }

    public PolicyFixture intents(String... intents) {
        match = new Match(List.of(intents), match.environments());
        return this;
    }

    public PolicyFixture environments(String... environments) {
        match = new Match(match.intents(), List.of(environments));
        return this;
    }

    public PolicyFixture mode(Mode wanted) {
        mode = wanted;
        return this;
    }

    public PolicyFixture onError(OnError wanted) {
        onError = wanted;
        return this;
    }

    public PolicyFixture limits(EvaluationLimits wanted) {
        limits = wanted;
        return this;
    }

    public PolicyFixture parameter(String name, ValueType type, Object value) {
        parameters.add(new Parameter(name, type, value, ""));
        return this;
    }

    public PolicyFixture deny(String rule, String when) {
        return rule(rule, when, Effect.DENY, "", Optional.empty());
    }

    public PolicyFixture deny(String rule, String when, String message) {
        return rule(rule, when, Effect.DENY, message, Optional.empty());
    }

    public PolicyFixture denyTelling(String rule, String when, String messageExpression) {
        return rule(rule, when, Effect.DENY, "", Optional.of(messageExpression));
    }

    public PolicyFixture allow(String rule, String when) {
        return rule(rule, when, Effect.ALLOW, "", Optional.empty());
    }

    public PolicyFixture except(String rule, String when, Instant expires) {
        waivers.add(new Waiver(rule, when, expires, "OPS-1"));
        return this;
    }

    public PolicyFixture redact(String pointer) {
        redact.add(JsonPath.parse(pointer));
        return this;
    }

    public PolicySource source() {
        PolicyDocument document = new PolicyDocument(
                new PolicyId(id),
                "team",
                "",
                match,
                parameters,
                mode,
                onError,
                limits,
                rules,
                waivers,
                redact,
                List.of());
        return new PolicySource(
                id + ".yaml", "", Optional.of(document), Optional.of(Draft.of(document)), List.of(), Map.of());
    }

    public Compilation check() {
        return new PolicyCompiler(InstantSource.fixed(NOW)).compile(source(), "1");
    }

    /** The policy, which must have no errors; expired exceptions are let through, as at a runtime. */
    public CompiledPolicy compile() {
        Compilation compilation = new PolicyCompiler(InstantSource.fixed(NOW)).load(source(), "1");
        return compilation
                .policy()
                .orElseThrow(() -> new AssertionError(compilation.diagnostics().toString()));
    }

    private PolicyFixture rule(String rule, String when, Effect effect, String message, Optional<String> expression) {
        rules.add(new Rule(rule, when, effect, message, expression));
        return this;
    }
}
