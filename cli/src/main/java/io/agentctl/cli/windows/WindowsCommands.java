package io.agentctl.cli.windows;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.catalogue.WindowsUseCases;
import io.agentctl.control.place.Place;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowFileReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code agentctl windows}: its verbs, with the use cases that they run. */
public final class WindowsCommands {

    private final Wiring wiring;

    public WindowsCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf(
                        "check",
                        "Look for mistakes in a file of windows, without AWS.",
                        () -> new WindowsCheck(this::read, this::services, Clock.systemUTC())),
                new Leaf(
                        "preview",
                        "Show when services will sleep and wake, and what that saves.",
                        () -> new WindowsPreview(this::read, wiring.use(WindowsUseCases.PRICE), Clock.systemUTC())),
                new Leaf("apply", "Bring services to what their windows say now; for jobs.", this::apply),
                new Leaf("status", "Show who sleeps, until when, and what they come back to.", this::status),
                new Leaf(
                        "wake",
                        "Have a service awake for a while, whatever its windows say.",
                        () -> new WindowsWake(wishes())),
                new Leaf(
                        "sleep",
                        "Have a service asleep for a while, whatever its windows say.",
                        () -> new WindowsSleep(wishes())),
                new Leaf("cancel", "Let a service's windows count again.", () -> new WindowsCancel(wishes())));
    }

    private WindowsApply apply() {
        wiring.expectCalls();
        return new WindowsApply(
                this::read,
                wiring.use(WindowsUseCases.PLAN),
                wiring.use(WindowsUseCases.APPLY),
                wiring.use(WindowsUseCases.PLAN_SCHEDULES),
                wiring.applyPlan(),
                wiring::clock);
    }

    private WindowsStatus status() {
        wiring.expectCalls();
        return new WindowsStatus(this::read, wiring.use(WindowsUseCases.STATUS), wiring::clock);
    }

    private WishRun wishes() {
        wiring.expectCalls();
        return new WishRun(
                this::read,
                wiring.use(WindowsUseCases.PLAN_WISH),
                wiring.use(WindowsUseCases.APPLY_WISH),
                wiring::clock,
                Place.actor());
    }

    /** The services that the project names. */
    private List<String> services() {
        return List.copyOf(wiring.settings().project().services().value());
    }

    /** The file that was named, or the project's. */
    private WindowFile read(Optional<Path> named) {
        return WindowFileReader.read(named.map(wiring.surroundings().directory()::resolve)
                .orElseGet(() -> wiring.settings().project().windows().value()));
    }
}
