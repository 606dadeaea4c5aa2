package io.agentctl.runtime;

import io.agentctl.runtime.configuration.ConfigurationException;
import io.agentctl.runtime.configuration.ConfigurationReader;
import io.agentctl.runtime.configuration.RuntimeConfiguration;
import io.agentctl.runtime.http.RuntimeServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The runtime as a process: {@code java @agentctl-runtime-service.options -jar agentctl-runtime-service.jar}, and
 * {@code --config runtime.yaml}. The JVM's options are in that one file, which is built beside the jar;
 * {@link AotTraining} says how an AOT cache joins them. Logs go to standard output. SIGTERM and SIGINT drain it. Exit
 * codes: 0 stopped, 3 out of memory, 64 usage, 69 port taken, 78 unusable configuration.
 */
public final class Main {

    private static final int USAGE = 64;
    private static final int UNAVAILABLE = 69;
    private static final int CONFIGURATION = 78;
    private static final String CONFIG = "--config";

    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    private Main() {}

    /** Runs until it is told to stop. */
    public static void main(String[] arguments) {
        SERVER_LOG.setLevel(Level.WARNING);
        RuntimeServer.quicken();
        try {
            run(configuration(arguments));
        } catch (IllegalArgumentException usage) {
            fail(USAGE, usage.getMessage());
        } catch (ConfigurationException unusable) {
            fail(CONFIGURATION, unusable.getMessage());
        } catch (NoSuchFileException missing) {
            fail(CONFIGURATION, "there is no file " + missing.getMessage());
        } catch (IOException unreadable) {
            fail(CONFIGURATION, "cannot read " + unreadable.getMessage());
        } catch (IllegalStateException taken) {
            fail(UNAVAILABLE, taken.getMessage());
        }
    }

    private static void run(RuntimeConfiguration configuration) throws IOException {
        RuntimeService service = RuntimeService.start(
                configuration, NamedFiles.read(configuration), new FileOutputStream(FileDescriptor.out));
        StopSignals.await();
        service.close();
        System.exit(0);
    }

    /** Without a file the defaults hold, so that a policy table is all it takes. */
    private static RuntimeConfiguration configuration(String... arguments) throws IOException {
        if (arguments.length == 0) {
            return ConfigurationReader.read("defaults", "");
        }
        if (arguments.length != 2 || !arguments[0].equals(CONFIG)) {
            throw new IllegalArgumentException("usage: agentctl-runtime [--config FILE]");
        }
        return ConfigurationReader.read(arguments[1], Files.readString(Path.of(arguments[1])));
    }

    private static void fail(int code, String message) {
        try (PrintWriter err =
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            err.println("runtime: " + message);
        }
        System.exit(code);
    }
}
