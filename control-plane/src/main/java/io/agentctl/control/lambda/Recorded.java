package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.StepContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operation found and is to put back, as its first step wrote it to the journal.
 *
 * @param snapshot of {@code $LATEST}
 * @param versions numbers of the published versions
 * @param aliases each with what it points at
 */
record Recorded(Snapshot snapshot, List<String> versions, List<String> aliases) {

    private static final String SNAPSHOT = "recorded";
    private static final String REVISION = "recordedRevision";
    private static final String VERSIONS = "recordedVersions";
    private static final String ALIASES = "recordedAliases";
    private static final String SEPARATOR = "; ";

    static Recorded of(ObservedFunction function) {
        return new Recorded(
                function.snapshot(),
                function.versions(),
                function.aliases().stream()
                        .map(alias -> alias.name() + ": " + alias.target())
                        .toList());
    }

    /** What the first step of the operation wrote; empty if it was not done. */
    static Optional<Recorded> find(StepContext context) {
        return context.earlier(SNAPSHOT)
                .map(snapshot -> new Recorded(
                        new Snapshot(snapshot),
                        list(context.earlier(VERSIONS).orElse("")),
                        list(context.earlier(ALIASES).orElse(""))));
    }

    /**
     * The same, where it must be there.
     *
     * @throws IllegalStateException if the operation does not begin by recording
     */
    static Recorded of(StepContext context, Action action) {
        return find(context)
                .orElseThrow(
                        () -> new IllegalStateException(action.type() + " needs what was there to be recorded first"));
    }

    Map<String, String> values(String revisionId) {
        return Map.of(
                SNAPSHOT, snapshot.text(),
                REVISION, revisionId,
                VERSIONS, String.join(SEPARATOR, versions),
                ALIASES, String.join(SEPARATOR, aliases));
    }

    /** In what a function differs from this, in words; empty if in nothing. */
    List<String> differences(Recorded now) {
        List<String> settings = snapshot.differences(now.snapshot);
        return Stream.of(
                        settings.isEmpty() ? "" : "settings of $LATEST: " + String.join(", ", settings),
                        difference("version", versions, now.versions),
                        difference("alias", aliases, now.aliases))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String difference(String what, List<String> before, List<String> now) {
        String gone = before.stream()
                .filter(one -> !now.contains(one))
                .map(one -> what + " " + one + " is gone")
                .collect(Collectors.joining(", "));
        String added = now.stream()
                .filter(one -> !before.contains(one))
                .map(one -> what + " " + one + " is new")
                .collect(Collectors.joining(", "));
        return gone.isEmpty() || added.isEmpty() ? gone + added : gone + ", " + added;
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(SEPARATOR, -1));
    }
}
