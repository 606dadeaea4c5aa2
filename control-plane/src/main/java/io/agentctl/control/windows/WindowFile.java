package io.agentctl.control.windows;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.windows.Selector.Named;
import io.agentctl.control.windows.Selector.Tagged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The windows of a project.
 *
 * @param file where they were read, as messages name it
 * @param overlap what counts where two are about one service
 * @param windows in the order of the file
 */
public record WindowFile(String file, Overlap overlap, List<Window> windows) {

    /** Changes of several windows that change nothing for the service, one after the other, before giving up. */
    private static final int MOST_LOOKS = 1_000;

    public WindowFile {
        windows = List.copyOf(windows);
    }

    /**
     * What should be true of a service at an instant; empty if no window speaks of it.
     *
     * @param tags its tags, where {@link #readTags} says that they matter
     * @throws AgentctlException BAD_DOCUMENT if two windows are about it, and the file does not say which counts
     */
    public Optional<Level> levelOf(String service, Map<String, String> tags, Instant at) {
        List<Window> about = about(service, tags);
        if (about.size() > 1 && overlap == Overlap.REFUSE) {
            throw twoWindows(service, about);
        }
        List<Level> levels = about.stream().map(window -> window.at(at)).toList();
        Optional<Level> awake = levels.stream().filter(level -> !level.asleep()).findFirst();
        Optional<Level> asleep = levels.stream().filter(Level::asleep).max(Comparator.comparingInt(Level::floor));
        return overlap == Overlap.AWAKE ? awake.or(() -> asleep) : asleep.or(() -> awake);
    }

    /** When what should be true of a service changes next, after an instant; empty if it never does. */
    public Optional<Instant> nextChange(String service, Map<String, String> tags, Instant after) {
        List<Window> about = about(service, tags);
        Optional<Boolean> now = levelOf(service, tags, after).map(Level::asleep);
        Optional<Instant> next = earliest(about, after);
        for (int looks = 0; next.isPresent() && looks < MOST_LOOKS; looks++) {
            if (!levelOf(service, tags, next.get()).map(Level::asleep).equals(now)) {
                return next;
            }
            next = earliest(about, next.get());
        }
        return Optional.empty();
    }

    private static Optional<Instant> earliest(List<Window> windows, Instant after) {
        return windows.stream()
                .map(window -> window.next(after))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** The windows that are about a service. */
    public List<Window> about(String service, Map<String, String> tags) {
        return windows.stream()
                .filter(window -> window.selector().matches(service, tags))
                .toList();
    }

    /** The services that windows name, each in full. */
    public Set<String> namedServices() {
        return windows.stream()
                .map(Window::selector)
                .filter(Named.class::isInstance)
                .flatMap(selector -> ((Named) selector).exact())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a window of a name names a service, or a pattern that it matches. */
    public boolean speaks(String window, String service) {
        return windows.stream()
                .anyMatch(one -> one.name().equals(window) && one.selector().matches(service, Map.of()));
    }

    /** Whether any window chooses services by their tags. */
    public boolean readTags() {
        return windows.stream().anyMatch(window -> window.selector() instanceof Tagged);
    }

    private static AgentctlException twoWindows(String service, List<Window> about) {
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                "service " + service + " is under " + about.size() + " windows: "
                        + about.stream().map(Window::name).collect(Collectors.joining(", ")),
                "Name it in one only, or say which counts: overlap: awake, or overlap: asleep.");
    }
}
