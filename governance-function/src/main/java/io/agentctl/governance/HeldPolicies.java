package io.agentctl.governance;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.serving.LoadedPolicies;
import io.agentctl.policies.serving.PolicyLoader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The last good policies, looked after between requests: there are no threads between invocations. Not thread-safe: an
 * execution environment has one request at a time.
 */
final class HeldPolicies {

    /** While the source does not answer, asking it holds requests up: not every one shall pay for that. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final PolicyLoader loader;
    private final Duration watch;
    private final InstantSource clock;
    private final FunctionLog log;
    private LoadedPolicies loaded;
    private Instant due = Instant.MIN;
    private Instant checkedAt;
    private Instant unreachableSince;
    private String problem;

    HeldPolicies(PolicyLoader loader, Duration watch, InstantSource clock, FunctionLog log) {
        this.loader = loader;
        this.watch = watch;
        this.clock = clock;
        this.log = log;
    }

    /**
     * How it stands with them.
     *
     * @param checkedAt when their source last said what is in force
     * @param unreachableSince since when it does not answer, if it does not
     * @param problem why the newest generation is not in force, if it is not
     */
    record Standing(
            Optional<LoadedPolicies> loaded,
            Optional<Instant> checkedAt,
            Optional<Instant> unreachableSince,
            Optional<String> problem) {}

    /** The policies to decide by, after a look at their source if the last one is too long ago. */
    Standing current() {
        if (!clock.instant().isBefore(due)) {
            look();
        }
        return new Standing(
                Optional.ofNullable(loaded),
                Optional.ofNullable(checkedAt),
                Optional.ofNullable(unreachableSince),
                Optional.ofNullable(problem));
    }

    private void look() {
        Duration pause = watch;
        try {
            Optional<LoadedPolicies> newer =
                    loader.newer(loaded == null ? -1 : loaded.set().generation());
            newer.ifPresent(this::enforce);
            reached(null);
        } catch (PolicyException failed) {
            if (failed.kind() == PolicyException.Kind.UNREACHABLE) {
                unreachableSince = unreachableSince == null ? clock.instant() : unreachableSince;
                note(failed.getMessage());
                pause = longer(watch, PAUSE_AFTER_FAILURE);
            } else {
                reached(failed.getMessage());
            }
        } catch (RuntimeException failed) {
            // A bug in a policy's compilation must not end what decides by the old ones.
            reached(String.valueOf(failed.getMessage()));
        }
        due = clock.instant().plus(pause);
    }

    private void enforce(LoadedPolicies newer) {
        loaded = newer;
        log.event(
                "policies.enforced",
                "%s: generation %d, %d policies"
                        .formatted(
                                loader.description(),
                                newer.set().generation(),
                                newer.set().policies().size()));
    }

    private void reached(String trouble) {
        checkedAt = clock.instant();
        unreachableSince = null;
        note(trouble);
    }

    private void note(String trouble) {
        if (trouble != null && !trouble.equals(problem)) {
            log.event("policies.kept", trouble);
        }
        problem = trouble;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
