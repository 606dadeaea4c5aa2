package io.agentctl.cli.shell;

import io.agentctl.cli.terminal.Streams;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.Optional;

/** Where a session's lines come from and its output goes: a terminal, or plain streams. */
interface Desk extends AutoCloseable {

    /** Reads a whole line, which may be of several; empty if it was broken off, nothing at the end. */
    Optional<String> read(Prompt prompt);

    /** What the streams are now: a terminal may have been resized. */
    Streams streams();

    /** Where results go. */
    PrintWriter out();

    /** Where everything else goes. */
    PrintWriter talk();

    /** Where answers to questions come from; no answer once the asking thread is interrupted. */
    BufferedReader answers();

    /** Writes a result, a screen at a time where there is a screen. */
    void show(String text);

    /** Empties the screen, if there is one, for what is shown again and again. */
    void clear();

    /** Lines that fit on the screen; all, where there is none. */
    int rows();

    /** Who hears of Ctrl-C while a command runs; a second call takes the place of the first. */
    void listen(Runnable interrupted);

    @Override
    void close();
}
