package io.agentctl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** This program in a terminal, with somebody at the keys; its screen is one text, without spaces at its end. */
public final class ProgramWindow implements AutoCloseable {

    private final Tmux tmux;

    private ProgramWindow(Tmux tmux) {
        this.tmux = tmux;
    }

    /**
     * Starts the program.
     *
     * @param folder its working and home directory
     * @param environment what is added to the terminal's
     */
    public static ProgramWindow start(
            int columns, int rows, Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("HOME", folder.toString());
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dagentctl.terminal=012",
                "-Dagentctl.columns=" + columns,
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of(arguments));
        return new ProgramWindow(Tmux.start(folder, columns, rows, variables, words));
    }

    /** Presses keys by tmux's names, such as {@code Enter}, {@code Tab} or {@code C-c}. */
    public ProgramWindow press(String... keys) throws IOException, InterruptedException {
        tmux.press(keys);
        return this;
    }

    /** Types a text. */
    public ProgramWindow type(String text) throws IOException, InterruptedException {
        tmux.type(text);
        return this;
    }

    /** Pastes a text, as a terminal does that marks what is pasted for programs that want to know. */
    public void paste(String text) throws IOException, InterruptedException {
        tmux.paste(text);
    }

    /** Makes the terminal another size. */
    public void resize(int columns, int rows) throws IOException, InterruptedException {
        tmux.resize(columns, rows);
    }

    /** What is on the screen. */
    public String screen() throws IOException, InterruptedException {
        return text(tmux.screen());
    }

    /** The same with its colours. */
    public String colours() throws IOException, InterruptedException {
        return tmux.colours();
    }

    /** Waits until the screen shows a text. */
    public String await(String text) throws IOException, InterruptedException {
        return text(tmux.await(text));
    }

    /** Waits until the screen is as it should be. */
    public String await(Predicate<String> wanted, String what) throws IOException, InterruptedException {
        return text(tmux.await(what, screen -> wanted.test(text(screen))));
    }

    @Override
    public void close() throws IOException {
        tmux.close();
    }

    private static String text(List<String> screen) {
        return String.join("\n", screen).stripTrailing();
    }
}
