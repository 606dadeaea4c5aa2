package io.agentctl.plane;

import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.plane.audit.AuditTrail;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunListener;
import java.util.Optional;

/** Writes down how changes ended. What cannot be written any more, for it has happened, goes to the log. */
record AuditedRuns(AuditTrail audit, JsonLog log) implements RunListener {

    @Override
    public void ended(Run run) {
        if (Catalogue.named(run.asked().useCase()).access() == Access.READ) {
            return;
        }
        Optional<RunFailure> failure = run.standing().failure();
        try {
            audit.ended(
                    run.asked().caller(),
                    run.asked().useCase(),
                    run.id().value(),
                    failure.isPresent() ? AuditEvent.FAILED : AuditEvent.SUCCEEDED,
                    failure.map(RunFailure::message).orElse("operations " + run.operations()));
        } catch (RuntimeException unwritten) {
            log.trouble(unwritten);
        }
    }

    @Override
    public void failed(Run run, RuntimeException failure) {
        // Its end says so too.
    }
}
