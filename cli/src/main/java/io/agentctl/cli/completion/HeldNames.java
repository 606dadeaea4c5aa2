package io.agentctl.cli.completion;

import io.agentctl.control.error.AgentctlException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Names for somebody who waits with a finger on a key: what is remembered at once; what is not, if it comes in time.
 *
 * @param files what is remembered
 * @param source asks for names; may take long and may fail
 * @param later has a kind asked for once this process has answered
 */
record HeldNames(NameFiles files, Function<NameKind, List<String>> source, Clock clock, Consumer<NameKind> later) {

    /** Names change when somebody deploys; this is how long a new one may be missing. */
    static final Duration FRESH = Duration.ofSeconds(30);

    /** The names, or as many as are known at the end of the patience. */
    List<String> within(NameKind kind, Duration patience) {
        Optional<NameFiles.Held> held = files.read(kind);
        if (held.isEmpty()) {
            return asked(kind, patience);
        }
        if (held.get().at().plus(FRESH).isBefore(clock.instant())) {
            later.accept(kind);
        }
        return held.get().names();
    }

    /** Asks, however long that takes, and remembers. */
    List<String> refresh(NameKind kind) {
        Instant at = clock.instant();
        try {
            List<String> names = source.apply(kind);
            files.write(kind, new NameFiles.Held(names, at));
            return names;
        } catch (AgentctlException unreachable) {
            // Completion without names is what is left; the command itself will say what is wrong.
            return List.of();
        }
    }

    private List<String> asked(NameKind kind, Duration patience) {
        AtomicReference<List<String>> found = new AtomicReference<>(List.of());
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            found.set(refresh(kind));
            done.countDown();
        });
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                later.accept(kind);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found.get();
    }
}
