package io.agentctl.cli.sandbox;

import io.agentctl.cli.settings.SandboxState;
import io.agentctl.control.UseCase;

/**
 * What can be done with the sandbox.
 *
 * @param process the sandbox's process, whether it runs or not
 */
public record SandboxUseCases(SandboxProcess process) {

    /** Starts it. */
    public UseCase<SandboxStart.Request, SandboxStatus> start() {
        return (request, progress) -> process.start(request);
    }

    /** Tells how it is. */
    public UseCase<SandboxShow.Request, SandboxStatus> show() {
        return (request, progress) -> running().status();
    }

    /** Stops it. */
    public UseCase<SandboxStop.Request, SandboxStop.Result> stop() {
        return (request, progress) -> new SandboxStop.Result(process.stop());
    }

    /** Begins its world anew. */
    public UseCase<SandboxReset.Request, SandboxStatus> reset() {
        return (request, progress) -> running().reset();
    }

    /** Begins another world. */
    public UseCase<SandboxLoad.Request, SandboxStatus> load() {
        return (request, progress) -> running().load(request.world(), request.seed());
    }

    /** Clears faults if asked to, adds one if given, and lists what is on. */
    public UseCase<SandboxFaults.Request, SandboxFaults.Result> faults() {
        return (request, progress) -> {
            SandboxAdmin sandbox = running();
            if (request.clear()) {
                sandbox.clearFaults();
            }
            return new SandboxFaults.Result(request.add().map(sandbox::add).orElseGet(sandbox::faults));
        };
    }

    /** Moves the clock ahead if asked to, and reads it. */
    public UseCase<SandboxClock.Request, SandboxClock.Reading> clock() {
        return (request, progress) -> {
            SandboxAdmin sandbox = running();
            return request.advance().map(sandbox::advance).orElseGet(sandbox::clock);
        };
    }

    /** Forgets calls if asked to, and lists them. */
    public UseCase<SandboxCalls.Request, SandboxCalls.Result> calls() {
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
                process.running().orElseThrow(SandboxState::notRunning).endpoint());
    }
}
