package io.agentctl.sandbox;

import io.agentctl.sandbox.world.World;
import io.agentctl.sandbox.world.WorldFormatException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The sandbox as a process: writes {@code sandbox.json} into its state directory once it answers, and removes it when
 * it stops, on SIGTERM or on request. Exit codes: 0 stopped, 64 usage, 69 port taken, 78 unusable world.
 */
public final class SandboxMain {
    private static final int USAGE = 64;
    private static final int UNAVAILABLE = 69;
    private static final int CONFIGURATION = 78;

    private SandboxMain() {}

    /** Runs until it is stopped. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(Arguments.parse(arguments));
        } catch (WorldFormatException e) {
            fail(CONFIGURATION, e.getMessage());
        } catch (IllegalArgumentException e) {
            fail(USAGE, e.getMessage());
        } catch (UncheckedIOException e) {
            fail(UNAVAILABLE, e.getCause().getMessage());
        }
    }

    private static void run(Arguments arguments) throws InterruptedException {
        Hangup.ignore();
        // The engine's log is not read, and what would write it wants java.desktop, which runtimes of archives have
        // not.
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        long seed = arguments.seed().orElse(1);
        World document = arguments.world().map(World::load).orElseGet(() -> World.defaultWorld(seed));
        World world = arguments.seed().isPresent() ? document.withSeed(seed) : document;
        Sandbox sandbox = Sandbox.start(
                world,
                SandboxOptions.usual()
                        .onPort(arguments.port())
                        .withFunctionJar(arguments.functionJar())
                        .withTaskProgram(arguments.taskProgram()));
        StateFile state = new StateFile(arguments.stateDirectory());
        sandbox.onChange(state::write);
        state.write(sandbox.status());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            state.remove();
            sandbox.close();
        }));
        // It takes a second or two to start: meanwhile everything else answers.
        Thread.ofVirtual().start(sandbox::startDynamoDb);
        Thread.ofVirtual().start(sandbox::keepTime);
        sandbox.awaitStop();
        System.exit(0);
    }

    private static void fail(int code, String message) {
        try (PrintWriter err =
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            err.println("sandbox: " + message);
        }
        System.exit(code);
    }
}
