package io.agentctl.sandbox.fault;

import java.time.Duration;
import java.util.Objects;

/**
 * A fault that befalls some calls.
 *
 * @param kind what goes wrong
 * @param service the service's signing name, such as {@code ecs}; empty for all
 * @param operation the operation's name; empty for all
 * @param rate the share of matching calls, 0 to 1
 * @param latency how late, for {@link FaultKind#LATENCY}
 * @param times how many calls at most; {@link #ALWAYS} without end
 */
public record FaultRule(FaultKind kind, String service, String operation, double rate, Duration latency, int times) {
    /** Without end. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** Validates. */
    public FaultRule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(latency, "latency");
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("A fault's rate must be within 0..1: " + rate);
        }
        if (latency.isNegative() || times < 1) {
            throw new IllegalArgumentException("A fault's latency must not be negative, and times at least 1");
        }
    }

    /** A fault of every call, without end. */
    public static FaultRule always(FaultKind kind) {
        return new FaultRule(kind, "", "", 1, Duration.ZERO, ALWAYS);
    }

    /** The same for a share of the calls only. */
    public FaultRule atRate(double share) {
        return new FaultRule(kind, service, operation, share, latency, times);
    }

    /** The same for one operation only; an empty operation for all of the service. */
    public FaultRule on(String serviceName, String operationName) {
        return new FaultRule(kind, serviceName, operationName, rate, latency, times);
    }

    /** The same for so many calls only. */
    public FaultRule atMost(int calls) {
        return new FaultRule(kind, service, operation, rate, latency, calls);
    }

    /** The same with a latency. */
    public FaultRule lasting(Duration late) {
        return new FaultRule(kind, service, operation, rate, late, times);
    }

    boolean matches(String serviceName, String operationName) {
        return (service.isEmpty() || service.equals(serviceName))
                && (operation.isEmpty() || operation.equals(operationName));
    }
}
