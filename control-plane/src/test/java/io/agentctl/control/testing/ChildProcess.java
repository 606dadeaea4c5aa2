package io.agentctl.control.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process of its own with this one's classes. Most of what a short one computes is loading classes, so the first
 * that runs to its end leaves an AOT cache to those that follow, whatever their program.
 */
public final class ChildProcess {

    private ChildProcess() {}

    /**
     * Starts a program.
     *
     * @param output where its output goes
     * @param properties system properties, as {@code name=value}
     */
    public static Process start(Class<?> program, Path output, List<String> properties, String... arguments)
            throws IOException {
        return start(ChildClassPath.ofThisProcess().useCache(), program, output, properties, arguments);
    }

    /** The same for a program that is to reach its end; its exit comes later if it leaves the cache. */
    static Process startToItsEnd(Class<?> program, Path output, List<String> properties, String... arguments)
            throws IOException {
        return start(ChildClassPath.ofThisProcess().makeOrUseCache(), program, output, properties, arguments);
    }

    private static Process start(
            List<String> cache, Class<?> program, Path output, List<String> properties, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(cache);
        properties.forEach(property -> command.add("-D" + property));
        command.add("-cp");
        command.add(ChildClassPath.ofThisProcess().text());
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
