package io.agentctl.cli;

import io.agentctl.cli.terminal.SignalInterrupts;
import io.agentctl.cli.terminal.StandardStream;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Surroundings;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Where the process starts and ends. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        Application.quicken();
        StandardStream out = StandardStream.open(FileDescriptor.out);
        StandardStream talk = StandardStream.open(FileDescriptor.err);
        PrintWriter results = out.writer(System.getProperty("stdout.encoding"));
        PrintWriter errors = talk.writer(System.getProperty("stderr.encoding"));
        Surroundings surroundings = new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("agentctl.home", "")).toAbsolutePath(),
                Streams.detect(System.getenv(), System.getProperties()),
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), Charset.defaultCharset())),
                results,
                errors,
                new SignalInterrupts(errors));
        int code = Application.of(surroundings).run(arguments);
        Runtime.getRuntime().halt(out.exitCode(code, errors));
    }
}
