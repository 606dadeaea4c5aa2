package io.agentctl.cli.dash;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.screen.FullScreen;
import io.agentctl.cli.screen.Key;
import io.agentctl.cli.screen.Look;
import io.agentctl.cli.screen.Repaint;
import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.cli.screen.TerminalSource.Loan;
import io.agentctl.control.overview.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * The dashboard on a terminal: waits for keys, news and other sizes, and draws what has changed. Without any of those
 * it wakes up once in a while, for ages grow.
 */
final class LiveScreen implements Live {

    /** The finest step in which ages are told. */
    private static final Duration AGES = Duration.ofSeconds(10);

    /** How often it is looked whether an answer that is waited for is late. */
    private static final Duration WAITING = Duration.ofSeconds(1);

    /** After so long without an answer somebody wonders. */
    private static final Duration LATE = Duration.ofSeconds(3);

    /** Parts that are due at one time are read side by side, and shown with one drawing. */
    private static final Duration TOGETHER = Duration.ofMillis(200);

    private final TerminalSource terminals;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    LiveScreen(TerminalSource terminals) {
        this.terminals = terminals;
    }

    /** What the loop waits for. */
    private sealed interface Event {

        record Pressed(Key key) implements Event {}

        record Changed() implements Event {}

        record Resized() implements Event {}
    }

    @Override
    public Optional<String> show(Snapshots snapshots, State state, Look look) {
        try (Loan loan = terminals.open()) {
            Terminal terminal = loan.terminal();
            Size size = terminal.getSize();
            if (!Screen.fits(size.getColumns(), size.getRows())) {
                return Optional.of(Screen.tooSmall(size.getColumns(), size.getRows()));
            }
            FullScreen screen = FullScreen.enter(
                    terminal, key -> events.add(new Event.Pressed(key)), () -> events.add(new Event.Resized()));
            try (screen;
                    Poller poller = new Poller(snapshots, state, () -> events.add(new Event.Changed()))) {
                loop(terminal, poller, snapshots, state, look);
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void loop(Terminal terminal, Poller poller, Snapshots snapshots, State initial, Look look)
            throws InterruptedException {
        Repaint repaint = new Repaint(look.theme());
        State state = initial;
        Size size = terminal.getSize();
        draw(terminal, repaint, lines(state, poller, snapshots.now(), size, look));
        poller.start();
        while (!state.leaving()) {
            List<Event> seen = next(poller.waitingSince().isPresent() ? WAITING : AGES);
            for (Event event : seen) {
                switch (event) {
                    case Event.Pressed pressed -> state = Keyboard.pressed(state, pressed.key(), poller.snapshot());
                    case Event.Resized resized -> {
                        size = terminal.getSize();
                        repaint.forget();
                    }
                    case Event.Changed changed -> {}
                }
            }
            poller.follow(state);
            draw(terminal, repaint, lines(state, poller, snapshots.now(), size, look));
        }
    }

    private static List<StyledLine> lines(State state, Poller poller, Instant now, Size size, Look look) {
        Optional<Duration> late = poller.waitingSince()
                .map(since -> Duration.between(since, now))
                .filter(waited -> waited.compareTo(LATE) >= 0);
        boolean unexplained = poller.snapshot().account().failure().isEmpty();
        State shown = late.isPresent() && unexplained && state.message().isEmpty()
                ? state.saying("no answer for " + late.get().toSeconds() + " s: figures are as old as they say")
                : state;
        return Screen.lines(shown, poller.snapshot(), now, size.getColumns(), size.getRows(), look);
    }

    private static void draw(Terminal terminal, Repaint repaint, List<StyledLine> lines) {
        terminal.writer().print(repaint.to(lines));
        terminal.flush();
    }

    /** All that has happened, once something has: keys at once, news together with those that come right after. */
    private List<Event> next(Duration most) throws InterruptedException {
        List<Event> seen = new ArrayList<>();
        Event event = events.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        long settled = System.nanoTime() + TOGETHER.toNanos();
        while (event != null) {
            seen.add(event);
            events.drainTo(seen);
            boolean newsAlone = seen.stream().allMatch(Event.Changed.class::isInstance);
            event = newsAlone ? events.poll(settled - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
        }
        return seen;
    }
}
