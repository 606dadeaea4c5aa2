package io.agentctl.control.yaml;

import io.agentctl.control.yaml.Finding.Severity;
import io.agentctl.control.yaml.Node.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with some files, so that all of it can be told at once. Not for several threads. */
public final class Findings {

    private final List<Finding> all = new ArrayList<>();

    public void error(Position position, String message) {
        all.add(Finding.of(Severity.ERROR, position, message));
    }

    public void warning(Position position, String message) {
        all.add(Finding.of(Severity.WARNING, position, message));
    }

    public void note(Position position, String message) {
        all.add(Finding.of(Severity.NOTE, position, message));
    }

    /** All of them, in the order of the files' names and lines. */
    public List<Finding> inOrder() {
        return all.stream()
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparingInt(Finding::line)
                        .thenComparingInt(Finding::column))
                .distinct()
                .toList();
    }
}
