package io.agentctl.cli.serve;

import io.agentctl.cli.process.DetachedProcess;
import io.agentctl.cli.process.Installation;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The runtime's jar with its JVM options and its AOT cache. The first runtime that is served starts without a cache and
 * has one trained beside it, with the least priority; whoever serves none pays nothing.
 *
 * @param home where the program's own files are
 * @param java what runs the jar
 */
record RuntimeProgram(Path home, Path java) {

    private static final String MODULE = "runtime-service";

    /** A cache that is not whole yet must not be where it is looked for, and one training at a time is enough. */
    private static final String TRAINING =
            """
            lock=$0.lock new=$0.new
            mkdir "$lock" 2>/dev/null || ! kill -0 "$(cat "$lock/pid")" 2>/dev/null || exit 0
            echo $$ >"$lock/pid"
            nice -n 19 "$1" "$2" "-XX:AOTCacheOutput=$new" -cp "$3" io.agentctl.runtime.AotTraining && mv "$new" "$0"
            rm -rf "$new" "$lock"
            """;

    /** The program under a home, run by the JVM that runs this. */
    static RuntimeProgram in(Path home) {
        return new RuntimeProgram(home, Installation.java());
    }

    /**
     * What starts a runtime.
     *
     * @throws AgentctlException BAD_CONFIGURATION if nothing was built
     */
    List<String> command(Path configuration) {
        if (!Files.exists(jar())) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "there is no runtime at " + jar(),
                    "Start agentctl with its launcher, which builds it.");
        }
        List<String> command = new ArrayList<>(List.of(java.toString(), options()));
        if (Files.exists(cache())) {
            command.add("-XX:AOTCache=" + cache());
        }
        command.addAll(List.of("-jar", jar().toString(), "--config", configuration.toString()));
        return command;
    }

    /** Has the cache trained in the background, if there is none and a folder of the launcher's for it. */
    void train() {
        if (Files.exists(cache()) || !Files.isWritable(cache().getParent())) {
            return;
        }
        try {
            DetachedProcess.start(
                    List.of(
                            "/bin/sh",
                            "-c",
                            TRAINING,
                            cache().toString(),
                            java.toString(),
                            options(),
                            jar().toString()),
                    Map.of(),
                    cache().resolveSibling("runtime.log"));
        } catch (IOException ignored) {
            // The next runtime is slower to start, and that is all.
        }
    }

    private Path jar() {
        return new Installation(home).jar(MODULE);
    }

    private String options() {
        return "@" + jar().resolveSibling("agentctl-runtime-service.options");
    }

    /** An archive brings one. The launcher keeps caches by the version of the JDK, and forgets them when it builds. */
    private Path cache() {
        Installation installation = new Installation(home);
        if (installation.unpacked()) {
            return installation.cache(MODULE);
        }
        return home.resolve(".agentctl-build/aot")
                .resolve(Runtime.version().toString())
                .resolve("runtime.aot");
    }
}
