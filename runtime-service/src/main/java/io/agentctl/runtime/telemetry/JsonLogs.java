package io.agentctl.runtime.telemetry;

import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.RuleRef;
import io.agentctl.policies.rollout.DecisionLine;
import io.agentctl.policies.rollout.Flip;
import io.agentctl.policies.rollout.RecordedDecision;
import io.agentctl.policies.store.Candidate;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Telemetry;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Telemetry.LogLevel;
import io.agentctl.runtime.dispatch.Decided;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Access, decisions and events as JSON lines; what policies say must not be kept is masked. */
public final class JsonLogs implements ExchangeListener, EventLog {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;

    private final LogWriter writer;
    private final Telemetry settings;
    private final Function<Decided, Optional<RecordedDecision>> records;
    private final InstantSource clock;

    /**
     * Makes logs.
     *
     * @param records decisions as they may be kept; empty where nobody knows what is to be masked
     */
    public JsonLogs(
            LogWriter writer,
            Telemetry settings,
            Function<Decided, Optional<RecordedDecision>> records,
            InstantSource clock) {
        this.writer = writer;
        this.settings = settings;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void ended(Exchange exchange) {
        if (isWanted(settings.accessLog(), exchange)) {
            writer.write(() -> access(exchange));
        }
        if (exchange.decided().isPresent() && isWanted(settings.decisionLog(), exchange)) {
            writer.write(() -> decision(exchange, exchange.decided().get()));
        }
    }

    private static boolean isWanted(LogLevel level, Exchange exchange) {
        return switch (level) {
            case ALL -> true;
            case PROBLEMS -> !exchange.problem().isEmpty();
            case OFF -> false;
        };
    }

    private static byte[] access(Exchange exchange) {
        JsonLine line = JsonLine.of(exchange.at(), "access")
                .with("status", exchange.status())
                .with("durationMs", exchange.nanos() / NANOS_PER_MILLI)
                .withText("problem", exchange.problem())
                .withText("intent", exchange.intent())
                .with("bytes", exchange.size())
                .with("requestId", exchange.requestId())
                .with("traceId", exchange.traceId());
        exchange.caller().ifPresent(caller -> line.with("caller", caller));
        exchange.decided().ifPresent(decided -> line.with("decisionId", decided.id()));
        return line.bytes();
    }

    /** The form that replay reads, with what joins it to the access log. */
    private byte[] decision(Exchange exchange, Decided decided) {
        JsonLine line = JsonLine.of(exchange.at(), "decision")
                .with("requestId", exchange.requestId())
                .with("traceId", exchange.traceId())
                .with("micros", decided.nanos() / NANOS_PER_MICRO);
        return records.apply(decided)
                .map(record -> line.bytesWithMembersOf(DecisionLine.write(record)))
                .orElseGet(() -> unmasked(line, decided).bytes());
    }

    /** Where nobody here knows what is to be masked, nothing is told that could quote a request. */
    private static JsonLine unmasked(JsonLine line, Decided decided) {
        Decision decision = decided.decision();
        return line.with("id", decided.id())
                .with("effect", lower(decision.effect()))
                .with("reason", lower(decision.reason()))
                .withText("rule", decision.rule().map(RuleRef::toString).orElse(""))
                .with("generation", decision.generation());
    }

    /** A request on which a shadow decides otherwise. */
    public void flipped(Candidate candidate, Flip flip) {
        Instant now = clock.instant();
        writer.write(() -> {
            JsonLine line = JsonLine.of(now, "flip")
                    .with("candidate", candidate.policy() + "@" + candidate.version())
                    .with("kind", lower(flip.kind()))
                    .with("shadow", lower(flip.candidate().effect()))
                    .withText("shadowMessage", flip.candidate().message());
            flip.candidate().rule().ifPresent(rule -> line.with("shadowRule", rule.toString()));
            return line.bytesWithMembersOf(DecisionLine.write(flip.record()));
        });
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void note(String event, String message) {
        event("info", event, message);
    }

    @Override
    public void warn(String event, String message) {
        event("warning", event, message);
    }

    private void event(String level, String event, String message) {
        Instant now = clock.instant();
        writer.write(() -> JsonLine.of(now, "event")
                .with("level", level)
                .with("event", event)
                .with("message", message)
                .bytes());
    }
}
