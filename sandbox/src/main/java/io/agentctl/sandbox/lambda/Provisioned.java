package io.agentctl.sandbox.lambda;

import java.time.Instant;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;

/** Environments that are kept ready for one version or alias. Not thread-safe. */
final class Provisioned {
    private final int requested;
    private final Instant modified;
    private boolean ready;
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
        return ready ? ProvisionedConcurrencyStatusEnum.READY : ProvisionedConcurrencyStatusEnum.IN_PROGRESS;
    }
}
