package io.agentctl.control.windows;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What windows say of services. */
public interface WindowRules {

    /**
     * What should be true of a service at an instant; empty if no window speaks of it.
     *
     * @param tags its tags, where {@link #readTags} says that they matter
     */
    Optional<Level> levelOf(String service, Map<String, String> tags, Instant at);

    /** When what should be true of a service changes next, after an instant; empty if it never does. */
    Optional<Instant> nextChange(String service, Map<String, String> tags, Instant after);

    /** The services that windows name, each in full. */
    Set<String> namedServices();

    /** Whether a window of a name names a service, or a pattern that it matches. */
    boolean speaks(String window, String service);

    /** Whether any window chooses services by their tags. */
    boolean readTags();
}
