package io.agentctl.sandbox.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.ecs.RolloutFault;
import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.fault.FaultRule;
import io.agentctl.sandbox.fault.Faults;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Faults over HTTP. Deployments that are to fail have kinds of their own, {@code rollout-…}. */
final class FaultsApi {
    private static final Map<String, RolloutFault> ROLLOUTS = Map.of(
            "rollout-health-check", RolloutFault.HEALTH_CHECK, "rollout-out-of-memory", RolloutFault.OUT_OF_MEMORY);

    private final Supplier<Faults> faults;
    private final ObjectMapper mapper;

    FaultsApi(Supplier<Faults> faults, ObjectMapper mapper) {
        this.faults = faults;
        this.mapper = mapper.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * A fault as it is posted.
     *
     * @param kind as {@link FaultKind#spelling()}, or {@code rollout-health-check}, {@code rollout-out-of-memory}
     * @param service signing name, or for rollouts the ECS service's name; null for all
     * @param operation null for all
     * @param rate null for every call
     * @param latencyMillis for latency
     * @param times null for without end
     */
    private record Posted(
            String kind, String service, String operation, Double rate, Long latencyMillis, Integer times) {}

    Object add(byte[] body) throws IOException {
        Posted posted = mapper.readValue(body, Posted.class);
        String service = posted.service() == null ? "" : posted.service();
        RolloutFault rollout = ROLLOUTS.get(posted.kind());
        if (rollout != null) {
            faults.get().failNextRollout(service, rollout);
        } else {
            faults.get()
                    .add(new FaultRule(
                            kind(posted.kind()),
                            service,
                            posted.operation() == null ? "" : posted.operation(),
                            posted.rate() == null ? 1 : posted.rate(),
                            Duration.ofMillis(posted.latencyMillis() == null ? 0 : posted.latencyMillis()),
                            posted.times() == null ? FaultRule.ALWAYS : posted.times()));
        }
        return list();
    }

    private static FaultKind kind(String spelling) {
        try {
            return FaultKind.parse(spelling == null ? "" : spelling);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "No such kind of fault: %s; there are throttle, request-rates, server-error, latency, lost-response,"
                                    .formatted(spelling)
                            + " expired-credentials, access-denied, rollout-health-check, rollout-out-of-memory",
                    e);
        }
    }

    Object clear() {
        faults.get().clear();
        return list();
    }

    Object list() {
        List<Map<String, Object>> rules =
                faults.get().rules().stream().map(FaultsApi::view).toList();
        List<Map<String, String>> rollouts = faults.get().rollouts().pending().stream()
                .map(pending -> Map.of(
                        "kind", spelling(pending.fault()),
                        "service", pending.service()))
                .toList();
        return Map.of("faults", rules, "rollouts", rollouts);
    }

    private static String spelling(RolloutFault fault) {
        return ROLLOUTS.entrySet().stream()
                .filter(entry -> entry.getValue() == fault)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("none");
    }

    private static Map<String, Object> view(FaultRule rule) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", rule.kind().spelling());
        view.put("service", rule.service());
        view.put("operation", rule.operation());
        view.put("rate", rule.rate());
        if (!rule.latency().isZero()) {
            view.put("latencyMillis", rule.latency().toMillis());
        }
        if (rule.times() != FaultRule.ALWAYS) {
            view.put("times", rule.times());
        }
        return view;
    }
}
