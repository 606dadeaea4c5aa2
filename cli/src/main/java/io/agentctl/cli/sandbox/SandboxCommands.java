package io.agentctl.cli.sandbox;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.settings.SandboxState;
import java.util.List;
import java.util.Optional;

/** {@code agentctl sandbox}: its verbs, with the use cases that they run. */
public final class SandboxCommands {

    private final Wiring wiring;

    public SandboxCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf("start", "Start it and leave it running.", () -> new SandboxStart(start(), engine())),
                new Leaf("status", "Print where it answers and what its clock says.", () -> new SandboxShow(show())),
                new Leaf("stop", "Stop it.", () -> new SandboxStop(stop())),
                new Leaf("reset", "Begin its world anew.", () -> new SandboxReset(reset())),
                new Leaf("load", "Begin another world.", () -> new SandboxLoad(load())),
                new Leaf("faults", "List what is made to go wrong, or make it.", () -> new SandboxFaults(faults())),
                new Leaf("clock", "Print what its clock says, or move it ahead.", () -> new SandboxClock(clock())),
                new Leaf("calls", "List the AWS calls that it has answered.", () -> new SandboxCalls(calls())));
    }

    private UseCase<SandboxStart.Request, SandboxStatus> start() {
        return (request, progress) -> process().start(request, progress);
    }

    private UseCase<SandboxShow.Request, SandboxStatus> show() {
        return (request, progress) -> running().status();
    }

    private UseCase<SandboxStop.Request, SandboxStop.Result> stop() {
        return (request, progress) -> new SandboxStop.Result(process().stop());
    }

    private UseCase<SandboxReset.Request, SandboxStatus> reset() {
        return (request, progress) -> running().reset();
    }

    private UseCase<SandboxLoad.Request, SandboxStatus> load() {
        return (request, progress) -> running().load(request.world(), request.seed());
    }

    private UseCase<SandboxFaults.Request, SandboxFaults.Result> faults() {
        return (request, progress) -> {
            SandboxAdmin sandbox = running();
            if (request.clear()) {
                sandbox.clearFaults();
            }
            return new SandboxFaults.Result(request.add().map(sandbox::add).orElseGet(sandbox::faults));
        };
    }

    private UseCase<SandboxClock.Request, SandboxClock.Reading> clock() {
        return (request, progress) -> {
            SandboxAdmin sandbox = running();
            return request.advance().map(sandbox::advance).orElseGet(sandbox::clock);
        };
    }

    private UseCase<SandboxCalls.Request, SandboxCalls.Result> calls() {
        return (request, progress) -> {
            SandboxAdmin sandbox = running();
            if (request.clear()) {
                sandbox.clearCalls();
            }
            return new SandboxCalls.Result(sandbox.calls(request));
        };
    }

    private SandboxAdmin running() {
        return new SandboxAdmin(
                process().running().orElseThrow(SandboxState::notRunning).endpoint());
    }

    private SandboxProcess process() {
        Surroundings surroundings = wiring.surroundings();
        return new SandboxProcess(
                surroundings.home(),
                SandboxState.folder(surroundings.environment()),
                DynamoDbLocal.of(surroundings.environment()));
    }

    private Optional<String> engine() {
        return Optional.ofNullable(wiring.surroundings().environment().get(DynamoDbLocal.VARIABLE))
                .filter(source -> !source.isEmpty());
    }
}
