package io.agentctl.cli.shell;

import io.agentctl.cli.terminal.Streams;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A desk at which a test types. */
final class TypedDesk implements Desk {

    private final Deque<String> lines;
    private final StringWriter written = new StringWriter();
    private final PrintWriter writer = new PrintWriter(written, true);
    private final List<String> prompts = new ArrayList<>();
    private BufferedReader answers = new BufferedReader(new StringReader(""));
    private boolean questions;
    private volatile Runnable interrupted = () -> {};

    TypedDesk(String... lines) {
        this.lines = new ArrayDeque<>(List.of(lines));
    }

    /** Makes it one where questions can be asked, and answers them. */
    TypedDesk answering(String text) {
        answers = new BufferedReader(new StringReader(text));
        questions = true;
        return this;
    }

    String written() {
        return written.toString();
    }

    List<String> prompts() {
        return prompts;
    }

    /** Presses Ctrl-C. */
    void interrupt() {
        interrupted.run();
    }

    @Override
    public Optional<String> read(Prompt prompt) {
        prompts.add(prompt.text());
        return Optional.ofNullable(lines.poll());
    }

    @Override
    public Streams streams() {
        return new Streams(questions, Streams.Stream.FILE, Streams.Stream.FILE);
    }

    @Override
    public PrintWriter out() {
        return writer;
    }

    @Override
    public PrintWriter talk() {
        return writer;
    }

    @Override
    public BufferedReader answers() {
        return answers;
    }

    @Override
    public void show(String text) {
        writer.print(text);
        writer.flush();
    }

    @Override
    public void clear() {
        writer.print("\f");
    }

    @Override
    public int rows() {
        return 24;
    }

    @Override
    public void listen(Runnable listener) {
        interrupted = listener;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
