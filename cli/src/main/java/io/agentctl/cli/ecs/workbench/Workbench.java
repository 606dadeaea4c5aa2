package io.agentctl.cli.ecs.workbench;

import io.agentctl.cli.screen.FullScreen;
import io.agentctl.cli.screen.Key;
import io.agentctl.cli.screen.Look;
import io.agentctl.cli.screen.Repaint;
import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.cli.screen.TerminalSource.Loan;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.RiskAppetite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** Interactive rightsizing on a terminal: keys and news in, lines out. */
public final class Workbench {

    private final TerminalSource terminals;
    private final Calls calls;
    private final Look look;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** What the loop waits for. */
    private sealed interface Event {

        record Pressed(Key key) implements Event {}

        record Heard(News news) implements Event {}

        record Resized() implements Event {}
    }

    /** How it was left. */
    public record Outcome(Optional<String> lacking, Optional<String> change) {}

    public Workbench(TerminalSource terminals, Calls calls, Look look) {
        this.terminals = terminals;
        this.calls = calls;
        this.look = look;
    }

    /**
     * Shows it until somebody leaves it.
     *
     * @param context the context's name
     * @param services which
     * @return what the terminal lacks to show it, and what was changed, in a sentence
     */
    public Outcome show(String context, Services services, Budgets budgets, RiskAppetite appetite) {
        try (Loan loan = terminals.open()) {
            Terminal terminal = loan.terminal();
            Size size = terminal.getSize();
            if (!Screen.fits(size.getColumns(), size.getRows())) {
                return new Outcome(Optional.of(Screen.tooSmall(size.getColumns(), size.getRows())), Optional.empty());
            }
            Reader reader = new Reader(calls, services, budgets, appetite, this::hear);
            Thread reading = Thread.ofVirtual().name("read").unstarted(reader);
            Consumer<String> again = service -> Thread.ofVirtual()
                    .name("read")
                    .start(
                            new Reader(calls, Services.one(services.cluster(), service), budgets, appetite, this::hear)
                                    ::again);
            State last = on(terminal, State.of(context, appetite), services, reading, again);
            reading.interrupt();
            return new Outcome(
                    Optional.empty(),
                    last.rollout()
                            .map(change -> change.service() + ": " + change.summary() + ", "
                                    + (change.stage().underWay() ? "still under way" : change.outcome())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome(Optional.empty(), Optional.empty());
        }
    }

    private State on(Terminal terminal, State state, Services services, Thread reading, Consumer<String> again)
            throws InterruptedException {
        FullScreen screen = FullScreen.enter(
                terminal, key -> events.add(new Event.Pressed(key)), () -> events.add(new Event.Resized()));
        try (screen) {
            reading.start();
            return loop(terminal, state, new Changes(calls, services.cluster(), this::hear), again);
        }
    }

    private State loop(Terminal terminal, State first, Changes changes, Consumer<String> again)
            throws InterruptedException {
        Repaint repaint = new Repaint(look.theme());
        State state = first;
        Size size = terminal.getSize();
        Optional<Bench> computed = Optional.empty();
        draw(terminal, repaint, state, size);
        while (!state.leaving()) {
            for (Event event : next()) {
                switch (event) {
                    case Event.Pressed pressed -> state = pressed(state, pressed.key(), changes);
                    case Event.Heard heard -> {
                        state = News.heard(state, heard.news());
                        if (heard.news() instanceof News.Ended) {
                            state.rollout().map(Rollout::service).ifPresent(again);
                        }
                    }
                    case Event.Resized resized -> {
                        size = terminal.getSize();
                        repaint.forget();
                    }
                }
            }
            computed = computing(state, computed);
            draw(terminal, repaint, state, size);
        }
        return state;
    }

    /**
     * What arrows may ask of a service is computed as soon as it is to be changed; looking at it takes what is there.
     */
    private Optional<Bench> computing(State state, Optional<Bench> computed) {
        boolean needed = state.knob().isPresent() || Keyboard.trial(state).isEmpty();
        Optional<Bench> selected = needed ? state.row().flatMap(Row::bench) : computed;
        if (selected.isPresent() && !selected.equals(computed)) {
            Thread.ofVirtual().name("compute").start(() -> {
                selected.get().computeAll();
                hear(new News.Computed());
            });
        }
        return selected;
    }

    private static State pressed(State state, Key key, Changes changes) {
        Keyboard.Step step = Keyboard.pressed(state, key);
        switch (step.wish()) {
            case Wish.Nothing nothing -> {}
            case Wish.Apply apply -> changes.apply(step.state().target().orElseThrow(), apply.plan(), apply.service());
            case Wish.RollBack back -> changes.rollBack(back.service());
        }
        return step.state();
    }

    private void draw(Terminal terminal, Repaint repaint, State state, Size size) {
        terminal.writer().print(repaint.to(Screen.lines(state, size.getColumns(), size.getRows(), look)));
        terminal.flush();
    }

    /** All that has happened, once something has. */
    private List<Event> next() throws InterruptedException {
        List<Event> seen = new ArrayList<>();
        seen.add(events.take());
        events.drainTo(seen);
        return seen;
    }

    private void hear(News news) {
        events.add(new Event.Heard(news));
    }
}
