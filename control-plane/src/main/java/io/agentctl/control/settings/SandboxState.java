package io.agentctl.control.settings;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a running sandbox writes down about itself.
 *
 * @param pid its process
 * @param port on loopback
 * @param endpoint to send AWS calls to
 * @param clockOffset how far its clock is ahead of this machine's
 */
public record SandboxState(long pid, int port, URI endpoint, Duration clockOffset) {

    /** The file in the state folder. */
    public static final String FILE = "sandbox.json";

    /** The state folder, {@code $XDG_STATE_HOME/agentctl/sandbox}. */
    public static Path folder(Map<String, String> environment) {
        return Folders.state(environment).resolve("sandbox");
    }

    /** Reads the file's text; fields that this version does not know are the sandbox's own affair. */
    static SandboxState parse(TextFile file) {
        Section section = Section.open(Section.read(file), Source.Kind.SANDBOX);
        return new SandboxState(
                number(section, "pid"),
                (int) number(section, "port"),
                section.value("endpoint", Texts::httpUrl, "a URL")
                        .map(Sourced::value)
                        .orElseThrow(() -> incomplete(section, "endpoint")),
                Duration.ofMillis(section.value("clockOffsetMillis", Long::valueOf, "a number")
                        .map(Sourced::value)
                        .orElse(0L)));
    }

    /** The sandbox, if its process is there: one that was killed leaves its file behind. */
    public static Optional<SandboxState> running(Path folder) {
        return TextFile.read(folder.resolve(FILE)).map(SandboxState::parse).filter(state -> ProcessHandle.of(state.pid)
                .filter(ProcessHandle::isAlive)
                .isPresent());
    }

    /** What is wrong where a running sandbox is needed. */
    public static AgentctlException notRunning() {
        return new AgentctlException(
                ErrorCode.UNREACHABLE, "the sandbox is not running", "Start it with 'agentctl sandbox start'.");
    }

    private static long number(Section section, String key) {
        return section.value(key, Long::valueOf, "a number")
                .map(Sourced::value)
                .orElseThrow(() -> incomplete(section, key));
    }

    private static RuntimeException incomplete(Section section, String key) {
        return Section.malformed(section.mapping().fields().position(), "no '" + key + "'");
    }
}
