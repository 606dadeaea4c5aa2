package io.agentctl.plane.schedule;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.place.Manner;
import io.agentctl.plane.admission.Admission;
import io.agentctl.plane.audit.Origin;
import io.agentctl.plane.errand.Sources;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import io.agentctl.plane.run.Runs;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Begins runs that pass the same gate as anybody's.
 *
 * @param sources what requests are made from, as it is now
 * @param instance from where they are asked for
 * @param clock this machine's
 */
public record BeginningRuns(
        Runs runs, Admission admission, Supplier<Sources> sources, String instance, InstantSource clock)
        implements Beginning {

    @Override
    public void begin(Schedule schedule, RunId id) {
        if (find(id).isPresent()) {
            return;
        }
        NamedUseCase<?, ?> useCase = schedule.errand().useCase();
        Caller caller = schedule.caller();
        Run.Asked asked = new Run.Asked(
                caller.name(), useCase.name(), schedule.errand().request(sources.get()), Manner.USUAL, clock.instant());
        Optional<String> waitsFor = admission.admit(caller, new Origin(instance, ""), id, asked, useCase);
        if (waitsFor.isPresent()) {
            runs.hold(id, useCase, asked, waitsFor.get());
        } else {
            runs.beginShared(id, useCase, asked);
        }
    }

    @Override
    public Optional<Run> find(RunId id) {
        return runs.find(id);
    }
}
