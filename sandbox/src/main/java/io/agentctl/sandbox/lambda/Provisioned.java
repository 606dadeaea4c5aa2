package io.agentctl.sandbox.lambda;

import java.time.Instant;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;

/** Environments that are kept ready for one version or alias. Not thread-safe. */
final class Provisioned {
    private final int requested;
    private final Instant modified;
    private boolean ready;
    private String failure = "";
    private int busy;

    Provisioned(int requested, Instant modified) {
        this.requested = requested;
        this.modified = modified;
    }

    int requested() {
        return requested;
    }

    Instant modified() {
        return modified;
    }

    void becomeReady() {
        ready = true;
    }

    /** None will ever be ready. */
    void fail(String reason) {
        failure = reason;
    }

    /** Why none will be ready; null when they are or may become so. */
    String failure() {
        return failure.isEmpty() ? null : failure;
    }

    /** How many there are. */
    int allocated() {
        return ready ? requested : 0;
    }

    int busy() {
        return busy;
    }

    /** Takes an environment. Returns false when none is free: the invocation spills over. */
    boolean acquire() {
        if (busy >= allocated()) {
            return false;
        }
        busy++;
        return true;
    }

    void release() {
        busy--;
    }

    ProvisionedConcurrencyStatusEnum status() {
        if (!failure.isEmpty()) {
            return ProvisionedConcurrencyStatusEnum.FAILED;
        }
        return ready ? ProvisionedConcurrencyStatusEnum.READY : ProvisionedConcurrencyStatusEnum.IN_PROGRESS;
    }
}
