package io.agentctl.cli.wiring;

import io.agentctl.cli.terminal.Interrupts;
import io.agentctl.cli.terminal.Streams;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything outside the program that a command may notice, so that tests can be somewhere else.
 *
 * @param environment the variables
 * @param directory the working directory
 * @param home where the program's own files are: the launcher, and the processes that it starts
 * @param streams which streams are terminals
 * @param answers stdin
 * @param out stdout
 * @param talk stderr
 * @param interrupts Ctrl-C
 */
public record Surroundings(
        Map<String, String> environment,
        Path directory,
        Path home,
        Streams streams,
        BufferedReader answers,
        PrintWriter out,
        PrintWriter talk,
        Interrupts interrupts) {}
