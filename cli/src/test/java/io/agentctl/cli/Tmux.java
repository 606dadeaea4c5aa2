package io.agentctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A program in a terminal of its own, with somebody at the keys. Tests that need one assume {@link #isThere()}. */
public final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String SESSION = "it";

    private final String socket;

    private Tmux(String socket) {
        this.socket = socket;
    }

    /** Whether there is a tmux on the PATH. */
    public static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "tmux").canExecute());
    }

    /**
     * Starts a program in a terminal.
     *
     * @param folder its working directory, in which the server has its socket too
     * @param variables of its environment, besides those of this process
     * @param words its command line
     */
    public static Tmux start(Path folder, int columns, int rows, Map<String, String> variables, List<String> words)
            throws IOException, InterruptedException {
        Tmux tmux = new Tmux(folder.resolve("tmux").toString());
        List<String> command = new ArrayList<>(List.of(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-s",
                SESSION,
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(rows),
                "-c",
                folder.toString(),
                "env"));
        variables.forEach((name, value) -> command.add(name + "=" + value));
        // What it leaves behind can be looked at once it has ended, by Ctrl-C too.
        command.addAll(List.of("sh", "-c", "trap : INT; \"$@\"; echo \"ended with $?\"; exec cat", "sh"));
        command.addAll(words);
        tmux.run(command);
        return tmux;
    }

    /** Presses keys by tmux's names, such as {@code Enter}, {@code Escape} or {@code q}. */
    public void press(String... keys) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("send-keys", "-t", SESSION));
        command.addAll(List.of(keys));
        run(command);
    }

    /** Types a text. */
    public void type(String text) throws IOException, InterruptedException {
        run(List.of("send-keys", "-t", SESSION, "-l", "--", text));
    }

    /** Pastes a text, marked as pasted where the program asked for that. */
    public void paste(String text) throws IOException, InterruptedException {
        run(List.of("set-buffer", "--", text));
        run(List.of("paste-buffer", "-p", "-r", "-t", SESSION));
    }

    /** Makes the terminal another size. */
    public void resize(int columns, int rows) throws IOException, InterruptedException {
        run(List.of("resize-window", "-t", SESSION, "-x", Integer.toString(columns), "-y", Integer.toString(rows)));
    }

    /** The lines on the screen. */
    public List<String> screen() throws IOException, InterruptedException {
        return run(List.of("capture-pane", "-p", "-t", SESSION)).lines().toList();
    }

    /** The lines on the screen with their colours. */
    public String colours() throws IOException, InterruptedException {
        return run(List.of("capture-pane", "-p", "-e", "-t", SESSION));
    }

    /** Waits until the screen shows a text. */
    public List<String> await(String text) throws IOException, InterruptedException {
        return await(text, screen -> screen.stream().anyMatch(line -> line.contains(text)));
    }

    /** Waits until the screen is as it should be, and stays so for a moment: it may be looked at while it is drawn. */
    public List<String> await(String what, Predicate<List<String>> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> before = List.of();
        List<String> screen = screen();
        while (!wanted.test(screen) || !screen.equals(before)) {
            assertThat(System.nanoTime() < end)
                    .as("no %s within %s:%n%s", what, PATIENCE, String.join("\n", screen))
                    .isTrue();
            LockSupport.parkNanos(LOOK.toNanos());
            before = screen;
            screen = screen();
        }
        return screen;
    }

    @Override
    public void close() throws IOException {
        try {
            run(List.of("kill-server"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(output).isTrue();
        return output;
    }
}
