package io.agentctl.cli.dash;

import io.agentctl.cli.screen.Key;
import io.agentctl.cli.screen.KeyReader;
import io.agentctl.cli.screen.Look;
import io.agentctl.cli.screen.Repaint;
import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.cli.screen.TerminalSource.Loan;
import io.agentctl.control.overview.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.InfoCmp.Capability;

/**
 * The dashboard on a terminal: waits for keys, news and other sizes, and draws what has changed. Without any of those
 * it wakes up once in a while, for ages grow.
 */
final class LiveScreen implements Live {

    /** The finest step in which ages are told. */
    private static final Duration AGES = Duration.ofSeconds(10);

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
            Attributes before = terminal.enterRawMode();
            Thread restore = new Thread(() -> leave(terminal, before));
            Runtime.getRuntime().addShutdownHook(restore);
            KeyReader keys = new KeyReader(
                    terminal, key -> events.add(new Event.Pressed(key)), () -> events.add(new Event.Resized()));
            try (keys;
                    Poller poller = new Poller(snapshots, state, () -> events.add(new Event.Changed()))) {
                enter(terminal);
                keys.start();
                poller.start();
                loop(terminal, poller, snapshots, state, look);
            } finally {
                Runtime.getRuntime().removeShutdownHook(restore);
                leave(terminal, before);
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void enter(Terminal terminal) {
        Attributes raw = terminal.getAttributes();
        // Ctrl-C and Ctrl-Z are keys: a program that stops on the spot leaves the terminal in a bad way.
        raw.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
        terminal.handle(Signal.WINCH, signal -> events.add(new Event.Resized()));
    }

    private static void leave(Terminal terminal, Attributes before) {
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
    }

    private void loop(Terminal terminal, Poller poller, Snapshots snapshots, State initial, Look look)
            throws InterruptedException {
        Repaint repaint = new Repaint(look.theme());
        State state = initial;
        Size size = terminal.getSize();
        while (!state.leaving()) {
            List<Event> seen = next();
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
            terminal.writer()
                    .print(repaint.to(Screen.lines(
                            state, poller.snapshot(), snapshots.now(), size.getColumns(), size.getRows(), look)));
            terminal.flush();
        }
    }

    /** All that has happened, once something has: keys at once, news together with those that come right after. */
    private List<Event> next() throws InterruptedException {
        List<Event> seen = new ArrayList<>();
        Event event = events.poll(AGES.toMillis(), TimeUnit.MILLISECONDS);
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
