package io.agentctl.plane;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import io.agentctl.plane.configuration.ConfigurationReader;
import io.agentctl.plane.configuration.PlaneConfiguration;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The control plane as a process: {@code java -jar agentctl-control-plane-service.jar --config control-plane.yaml}.
 * Where it works is what {@code agentctl.yaml} in the working directory, the user's configuration and the
 * {@code AGENTCTL_*} variables say. Its log goes to standard output. SIGTERM and SIGINT end it; what it carries out
 * then, another instance goes on with. Exit codes are those of agentctl.
 */
public final class Main {

    private static final String CONFIG = "--config";

    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    private Main() {}

    /** Runs until it is told to stop. */
    public static void main(String[] arguments) {
        SERVER_LOG.setLevel(Level.WARNING);
        try {
            run(configuration(arguments));
        } catch (AgentctlException failure) {
            fail(failure);
        }
    }

    private static void run(PlaneConfiguration configuration) {
        Map<String, String> environment = System.getenv();
        Settings settings = SettingsReader.read(
                Inputs.read(TargetFlags.NONE, environment, Path.of("").toAbsolutePath()));
        settings.contextForChanges();
        String version = Main.class.getPackage().getImplementationVersion();
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        ControlPlaneService service = ControlPlaneService.start(
                configuration, settings, environment, version == null ? "(not packaged)" : version, out);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            stopped.countDown();
        }));
        await(stopped);
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without a file the defaults hold: this machine alone may ask. */
    private static PlaneConfiguration configuration(String... arguments) {
        if (arguments.length == 0) {
            return ConfigurationReader.read("defaults", "");
        }
        if (arguments.length != 2 || !arguments[0].equals(CONFIG)) {
            throw new AgentctlException(ErrorCode.USAGE, "usage: agentctl-control-plane [--config FILE]", "");
        }
        try {
            return ConfigurationReader.read(arguments[1], Files.readString(Path.of(arguments[1])));
        } catch (IOException unreadable) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION, "cannot read " + unreadable.getMessage(), "", null, unreadable);
        }
    }

    private static void fail(AgentctlException failure) {
        try (PrintWriter err =
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            err.println("control plane: " + failure.getMessage());
            if (!failure.advice().isEmpty()) {
                err.println(failure.advice());
            }
        }
        Runtime.getRuntime().halt(failure.code().exitCode());
    }
}
