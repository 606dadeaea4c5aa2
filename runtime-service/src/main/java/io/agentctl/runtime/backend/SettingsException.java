package io.agentctl.runtime.backend;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used; the message holds every problem, one a line. */
public final class SettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with one setting.
     *
     * @param key whose value or name is wrong; {@code target} for the target
     */
    public record Problem(String key, String message) {}

    private final transient List<Problem> problems;

    SettingsException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
