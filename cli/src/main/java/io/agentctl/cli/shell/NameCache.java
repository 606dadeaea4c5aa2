package io.agentctl.cli.shell;

import io.agentctl.cli.completion.NameKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Names as they were when they were last asked for. Who asks gets what is held, at once; what is old is fetched again
 * behind, on a virtual thread of its own, and a failure leaves what is held as it is.
 */
final class NameCache implements Names {

    /** Names change when somebody deploys; this is how long a new one may be missing. */
    static final Duration FRESH = Duration.ofSeconds(30);

    private final Function<NameKind, List<String>> source;
    private final LongSupplier nanoTime;
    private final Map<NameKind, Held> held = new EnumMap<>(NameKind.class);
    private final Set<NameKind> underway = EnumSet.noneOf(NameKind.class);
    private int place;

    /**
     * What was fetched.
     *
     * @param at when that was begun, by the clock of {@code nanoTime}
     * @param fresh false once it is to be fetched again whatever its age
     */
    private record Held(List<String> names, long at, boolean fresh) {}

    /**
     * Makes an empty cache.
     *
     * @param source fetches; may take long and may throw
     */
    NameCache(Function<NameKind, List<String>> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized List<String> of(NameKind kind) {
        Held now = held.get(kind);
        boolean old = now == null || !now.fresh() || nanoTime.getAsLong() - now.at() > FRESH.toNanos();
        if (old && underway.add(kind)) {
            int asked = place;
            Thread.ofVirtual().name("names-" + kind).start(() -> fetch(kind, asked));
        }
        return now == null ? List.of() : now.names();
    }

    /** Fetches all, so that they are there when they are asked for. */
    void prefetch() {
        for (NameKind kind : NameKind.values()) {
            of(kind);
        }
    }

    /** Something was changed: everything is to be fetched again, and until then stays. */
    synchronized void age() {
        held.replaceAll((kind, names) -> new Held(names.names(), names.at(), false));
    }

    /** Another place: nothing that is held is true there. */
    synchronized void forget() {
        place++;
        held.clear();
        underway.clear();
    }

    private void fetch(NameKind kind, int asked) {
        long at = nanoTime.getAsLong();
        List<String> found;
        try {
            found = List.copyOf(source.apply(kind));
        } catch (RuntimeException unreachable) {
            // Completion without names is what is left; the command itself will say what is wrong.
            found = before(kind);
        }
        hold(kind, asked, new Held(found, at, true));
    }

    private synchronized List<String> before(NameKind kind) {
        Held before = held.get(kind);
        return before == null ? List.of() : before.names();
    }

    private synchronized void hold(NameKind kind, int asked, Held found) {
        if (asked == place) {
            held.put(kind, found);
            underway.remove(kind);
        }
    }
}
