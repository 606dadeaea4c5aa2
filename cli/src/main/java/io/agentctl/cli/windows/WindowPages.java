package io.agentctl.cli.windows;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.plan.Target;
import io.agentctl.control.windows.run.ApplyWindows;
import io.agentctl.control.windows.run.Decision;
import io.agentctl.control.windows.run.Deed;
import io.agentctl.control.windows.run.ServiceOutcome;
import io.agentctl.control.windows.run.Unhandled;
import io.agentctl.control.windows.run.WindowPlan;
import java.util.List;

/** What is shown before and after services are moved. */
final class WindowPages {

    private WindowPages() {}

    static Document plan(WindowPlan plan) {
        return Document.ofRows(plan, "decisions", page -> layout(plan, page));
    }

    static Document result(ApplyWindows.Result result) {
        return Document.ofRows(result, "services", page -> layout(result, page));
    }

    static String question(int services, Target target) {
        return "Move " + (services == 1 ? "this service" : "these " + services + " services") + " in " + target + "?";
    }

    private static void layout(WindowPlan plan, Page page) {
        page.line("In " + plan.target() + ", as of " + plan.at() + ":");
        if (plan.decisions().isEmpty() && plan.unhandled().isEmpty()) {
            page.line("No window speaks of any service.");
        }
        page.table(
                plan.decisions(),
                List.of(
                        Column.text("SERVICE", decision -> decision.service().service()),
                        Column.text("WINDOW", decision -> dash(decision.level().window())),
                        Column.text(
                                "SHOULD BE", decision -> should(decision.level().asleep())),
                        Column.number("TASKS", decision -> tasks(decision.desired(), decision.to())),
                        Column.toned("DO", WindowPages::deed),
                        Column.text("WHY", Decision::why)));
        unhandled(plan.unhandled(), page);
    }

    private static void layout(ApplyWindows.Result result, Page page) {
        List<ServiceOutcome> moved = result.services().stream()
                .filter(service -> service.operation().isPresent())
                .toList();
        long right = result.services().stream()
                .filter(service ->
                        service.operation().isEmpty() && service.error().isEmpty())
                .count();
        for (ServiceOutcome service : moved) {
            page.line(
                    Tone.GOOD,
                    page.theme().tick() + " " + service.service() + ": " + tasks(service.desired(), service.to()) + ", "
                            + service.why());
            service.kept().forEach(kept -> page.line(Tone.WARNING, "  " + kept));
        }
        result.services().stream()
                .filter(service -> service.operation().isEmpty()
                        && service.error().isEmpty()
                        && !service.why().isEmpty())
                .forEach(service -> page.line("  " + service.service() + ": " + service.why()));
        result.failed().forEach(service -> failure(service, page));
        page.line(moved.size() + " moved, " + right + " as they are, "
                + result.failed().size() + " failed.");
        if (!result.settling().isEmpty()) {
            page.line(Tone.WARNING, "Tasks still start or stop: " + String.join(", ", result.settling()));
        }
        page.table(
                moved,
                List.of(
                        Column.text("SERVICE", ServiceOutcome::service),
                        Column.text("OPERATION", service -> service.operation().orElseThrow()),
                        Column.text(
                                "PUT IT BACK WITH",
                                service -> "agentctl ops undo "
                                        + service.operation().orElseThrow())));
    }

    /** Services that cannot be handled. */
    static void unhandled(List<Unhandled> unhandled, Page page) {
        for (Unhandled service : unhandled) {
            page.line(Tone.BAD, page.theme().cross() + " " + service.service() + ": " + service.why());
            if (!service.advice().isEmpty()) {
                page.line("  " + service.advice());
            }
        }
    }

    private static void failure(ServiceOutcome service, Page page) {
        ServiceOutcome.Failure failure = service.error().orElseThrow();
        page.line(Tone.BAD, page.theme().cross() + " " + service.service() + ": " + failure.message());
        if (!failure.advice().isEmpty()) {
            page.line("  " + failure.advice());
        }
    }

    private static Cell deed(Decision decision) {
        return new Cell(
                switch (decision.deed()) {
                    case NOTHING -> "nothing";
                    case SLEEP -> "put to sleep";
                    case WAKE -> "wake";
                    case PUT_BACK -> "put back to sleep";
                    case MOVE_FLOOR -> "move its floor";
                    case FORGET -> "forget";
                },
                decision.deed() == Deed.NOTHING ? Tone.PLAIN : Tone.STRONG);
    }

    static String should(boolean asleep) {
        return asleep ? "asleep" : "awake";
    }

    static String tasks(int from, int to) {
        return from == to ? Integer.toString(from) : from + " to " + to;
    }

    static String dash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
