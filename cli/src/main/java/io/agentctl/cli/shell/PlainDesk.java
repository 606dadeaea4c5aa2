package io.agentctl.cli.shell;

import io.agentctl.cli.terminal.Signals;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A session on plain streams: a pipe, a file, or a terminal that can do nothing. Lines are read as they are; where
 * somebody types them a prompt stands on stderr.
 */
final class PlainDesk implements Desk {

    private final Surroundings surroundings;
    private final AtomicReference<Runnable> listener;

    private PlainDesk(Surroundings surroundings, AtomicReference<Runnable> listener) {
        this.surroundings = surroundings;
        this.listener = listener;
    }

    /** Opens it; from now on Ctrl-C is for the command that runs. */
    static PlainDesk open(Surroundings surroundings) {
        AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});
        Signals.onInterrupt(() -> listener.get().run());
        return new PlainDesk(surroundings, listener);
    }

    @Override
    public Optional<String> read(Prompt prompt) {
        ask(prompt.text());
        Optional<String> first = line();
        if (first.isEmpty()) {
            return first;
        }
        StringBuilder whole = new StringBuilder(first.get());
        while (Words.of(whole.toString()).open() != Words.Open.NOTHING) {
            ask(Prompt.MORE);
            Optional<String> more = line();
            if (more.isEmpty()) {
                break;
            }
            whole.append('\n').append(more.get());
        }
        return Optional.of(whole.toString());
    }

    @Override
    public Streams streams() {
        return surroundings.streams();
    }

    @Override
    public PrintWriter out() {
        return surroundings.out();
    }

    @Override
    public PrintWriter talk() {
        return surroundings.talk();
    }

    @Override
    public BufferedReader answers() {
        return surroundings.answers();
    }

    @Override
    public void show(String text) {
        out().print(text);
        out().flush();
    }

    @Override
    public void clear() {
        // What was shown before stays above.
    }

    @Override
    public int rows() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void listen(Runnable interrupted) {
        listener.set(interrupted);
    }

    @Override
    public void close() {
        listener.set(() -> {});
    }

    private void ask(String prompt) {
        if (streams().questions()) {
            talk().print(prompt);
            talk().flush();
        }
    }

    /** Input that cannot be read has ended. */
    private Optional<String> line() {
        try {
            return Optional.ofNullable(surroundings.answers().readLine());
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
