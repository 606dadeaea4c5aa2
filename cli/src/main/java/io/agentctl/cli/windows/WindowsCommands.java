package io.agentctl.cli.windows;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.Place;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowFileReader;
import io.agentctl.control.windows.run.PriceServices;
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
                        () -> new WindowsPreview(this::read, this::prices, Clock.systemUTC())),
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
                (request, progress) -> wiring.cloud().windows().plan().run(request, progress),
                (request, progress) -> wiring.cloud().applyWindows().run(request, progress),
                (request, progress) -> wiring.cloud().schedules().plan().run(request, progress),
                wiring.applyPlan(),
                () -> wiring.cloud().clock());
    }

    private WindowsStatus status() {
        wiring.expectCalls();
        return new WindowsStatus(
                this::read,
                (request, progress) -> wiring.cloud().windows().show().run(request, progress),
                () -> wiring.cloud().clock());
    }

    private WishRun wishes() {
        wiring.expectCalls();
        return new WishRun(
                this::read,
                (request, progress) -> wiring.cloud().windows().planWish().run(request, progress),
                (request, progress) -> wiring.cloud().applyWish().run(request, progress),
                () -> wiring.cloud().clock(),
                Place.actor());
    }

    private PriceServices.Result prices(PriceServices.Request request, ProgressListener progress) {
        Cloud here = wiring.cloud();
        return here.windows().price(here::prices).run(request, progress);
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
