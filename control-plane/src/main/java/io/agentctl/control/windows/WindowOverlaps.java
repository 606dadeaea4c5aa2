package io.agentctl.control.windows;

import io.agentctl.control.windows.Selector.Named;
import io.agentctl.control.windows.WindowFinding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Services under two windows, and services of windows that are not the project's, as far as names tell. What tags
 * choose is known only where the services are.
 */
final class WindowOverlaps {

    private final WindowFile file;
    private final TreeSet<String> project;
    private final List<WindowFinding> findings = new ArrayList<>();

    private WindowOverlaps(WindowFile file, Collection<String> project) {
        this.file = file;
        this.project = new TreeSet<>(project);
    }

    /**
     * Looks for them.
     *
     * @param project its services; empty if it names none, and windows are about all that the cluster has
     */
    static List<WindowFinding> find(WindowFile file, Collection<String> project) {
        WindowOverlaps overlaps = new WindowOverlaps(file, project);
        overlaps.strangers();
        overlaps.services();
        if (project.isEmpty()) {
            overlaps.patterns();
        }
        return overlaps.findings;
    }

    private void strangers() {
        for (Window window : named()) {
            exact(window)
                    .filter(name -> !project.isEmpty() && !project.contains(name))
                    .forEach(name -> findings.add(WindowFinding.at(
                            window.places().selector(),
                            Severity.ERROR,
                            window,
                            "service " + name + " is not among the project's services in agentctl.yaml")));
            ((Named) window.selector())
                    .globs()
                    .filter(glob -> !project.isEmpty() && !glob.exact())
                    .filter(glob -> project.stream().noneMatch(glob::matches))
                    .forEach(glob -> findings.add(WindowFinding.at(
                            window.places().selector(),
                            Severity.NOTE,
                            window,
                            "none of the project's services in agentctl.yaml matches " + glob.text())));
        }
    }

    private static Stream<String> exact(Window window) {
        return ((Named) window.selector()).exact();
    }

    /** Services that are known by name. */
    private void services() {
        TreeSet<String> known = new TreeSet<>(file.namedServices());
        known.addAll(project);
        for (String service : known) {
            List<Window> about = named().stream()
                    .filter(window -> window.selector().matches(service, Map.of()))
                    .toList();
            if (about.size() > 1) {
                String names = about.stream().map(Window::name).collect(Collectors.joining(", "));
                found(about.getLast(), "service " + service + " is under " + about.size() + " windows: " + names);
            }
        }
    }

    /** Two patterns that one name can match, where nothing tells which names there are. */
    private void patterns() {
        List<Window> windows = named();
        for (int first = 0; first < windows.size(); first++) {
            for (int second = first + 1; second < windows.size(); second++) {
                patterns(windows.get(first), windows.get(second));
            }
        }
    }

    private void patterns(Window one, Window two) {
        for (Glob first : patternsOf(one)) {
            for (Glob second : patternsOf(two)) {
                Optional<String> common = first.common(second);
                if (common.isEmpty()) {
                    continue;
                }
                String both = first.text() + " of window " + one.name() + " and " + second.text() + " of window "
                        + two.name();
                if (first.includes(second) || second.includes(first)) {
                    Glob within = first.includes(second) ? second : first;
                    found(two, both + ": whatever matches " + within.text() + " is under both");
                } else {
                    findings.add(WindowFinding.at(
                            two.places().selector(),
                            Severity.NOTE,
                            two,
                            both + " can match one name, such as " + common.get() + consequence()));
                }
            }
        }
    }

    private void found(Window window, String what) {
        findings.add(WindowFinding.at(
                window.places().selector(),
                file.overlap() == Overlap.REFUSE ? Severity.ERROR : Severity.NOTE,
                window,
                what + consequence()));
    }

    private String consequence() {
        return switch (file.overlap()) {
            case REFUSE -> "; name it in one only, or say which counts (overlap: awake, or asleep)";
            case AWAKE -> "; where they differ it is awake";
            case ASLEEP -> "; where they differ it is asleep";
        };
    }

    private List<Window> named() {
        return file.windows().stream()
                .filter(window -> window.selector() instanceof Named)
                .toList();
    }

    private static List<Glob> patternsOf(Window window) {
        return ((Named) window.selector()).globs().filter(glob -> !glob.exact()).toList();
    }
}
