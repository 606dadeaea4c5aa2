package io.agentctl.sandbox.fault;

import io.agentctl.sandbox.ecs.RolloutFault;
import io.agentctl.sandbox.ecs.RolloutFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** The faults in force. The same seed and the same calls in the same order give the same faults. Thread-safe. */
public final class Faults {
    private final List<Active> active = new ArrayList<>();
    private final RolloutFaults rollouts = new RolloutFaults();
    private final SplittableRandom random;
    private final RequestRates rates;

    /** No faults; {@code seed} decides which calls those with a rate will befall. */
    public Faults(long seed) {
        this(seed, System::nanoTime);
    }

    Faults(long seed, LongSupplier nanos) {
        this.random = new SplittableRandom(seed);
        this.rates = new RequestRates(nanos);
    }

    private static final class Active {
        private final FaultRule rule;
        private int left;

        private Active(FaultRule rule) {
            this.rule = rule;
            this.left = rule.times();
        }
    }

    /**
     * What befalls a call.
     *
     * @param kinds what goes wrong, in the order of the rules; several can
     * @param latency how late it is answered
     */
    public record Verdict(List<FaultKind> kinds, Duration latency) {
        /** Copies. */
        public Verdict {
            kinds = List.copyOf(kinds);
        }

        /** Why the call is refused before it takes effect, or empty when it is not. */
        public Optional<FaultKind> refusal() {
            return kinds.stream()
                    .filter(kind -> switch (kind) {
                        case THROTTLE, REQUEST_RATES, SERVER_ERROR, EXPIRED_CREDENTIALS, ACCESS_DENIED -> true;
                        case LATENCY, LOST_RESPONSE -> false;
                    })
                    .findFirst();
        }

        /** Whether the answer is lost. */
        public boolean loses() {
            return refusal().isEmpty() && kinds.contains(FaultKind.LOST_RESPONSE);
        }
    }

    /** Decides about a call, and counts it against the rules that befall it. */
    public synchronized Verdict decide(String service, String operation) {
        List<FaultKind> kinds = new ArrayList<>();
        Duration latency = Duration.ZERO;
        for (Active one : active) {
            boolean hit = one.left > 0
                    && one.rule.matches(service, operation)
                    && (one.rule.rate() >= 1 || random.nextDouble() < one.rule.rate())
                    && (one.rule.kind() != FaultKind.REQUEST_RATES || !rates.admits(service, operation));
            if (hit) {
                one.left -= one.left == FaultRule.ALWAYS ? 0 : 1;
                kinds.add(one.rule.kind());
                latency = latency.plus(one.rule.latency());
            }
        }
        active.removeIf(one -> one.left == 0);
        return new Verdict(kinds, latency);
    }

    /** Puts a fault in force. */
    public synchronized void add(FaultRule rule) {
        active.add(new Active(rule));
    }

    /** The faults in force, with what is left of those that end. */
    public synchronized List<FaultRule> rules() {
        return active.stream().map(one -> one.rule.atMost(one.left)).toList();
    }

    /** Ends all faults. */
    public synchronized void clear() {
        active.clear();
        rollouts.clear();
    }

    /** Throttles a share of all calls. */
    public void throttle(double rate) {
        add(FaultRule.always(FaultKind.THROTTLE).atRate(rate));
    }

    /** Throttles calls that come faster than AWS takes them. */
    public void requestRates() {
        add(FaultRule.always(FaultKind.REQUEST_RATES));
    }

    /** Fails a share of all calls with 500. */
    public void serverErrors(double rate) {
        add(FaultRule.always(FaultKind.SERVER_ERROR).atRate(rate));
    }

    /** Loses the answers of a share of all calls. */
    public void loseResponses(double rate) {
        add(FaultRule.always(FaultKind.LOST_RESPONSE).atRate(rate));
    }

    /** Answers every call late. */
    public void latency(Duration latency) {
        add(FaultRule.always(FaultKind.LATENCY).lasting(latency));
    }

    /** Refuses every call for expired credentials. */
    public void expireCredentials() {
        add(FaultRule.always(FaultKind.EXPIRED_CREDENTIALS));
    }

    /** Refuses an operation for want of permission; an empty operation for all of the service. */
    public void deny(String service, String operation) {
        add(FaultRule.always(FaultKind.ACCESS_DENIED).on(service, operation));
    }

    /** Has the next deployment of a service fail; an empty name for whichever deploys next. */
    public void failNextRollout(String service, RolloutFault fault) {
        rollouts.failNext(service, fault);
    }

    /** The deployments that are to fail. */
    public RolloutFaults rollouts() {
        return rollouts;
    }
}
