package io.agentctl.policies.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Watches a store while others contend for it, and afterwards checks that all agree on one history. */
final class LinearHistory implements AutoCloseable {

    private static final int READERS = 4;

    private final PolicyStore store;
    private final Map<Long, PolicyHead> seen = new ConcurrentHashMap<>();
    private final Queue<String> oddities = new ConcurrentLinkedQueue<>();
    private final AtomicLong reads = new AtomicLong();
    private final List<Thread> readers;
    private volatile boolean over;

    LinearHistory(PolicyStore store) {
        this.store = store;
        this.readers = LongStream.range(0, READERS)
                .mapToObj(number -> Thread.ofPlatform().start(this::poll))
                .toList();
    }

    /** Reads again and again, as runtimes do; each generation must look the same to all, and none come twice. */
    private void poll() {
        long last = 0;
        while (!over) {
            PolicyHead head = store.newerHead(Contender.ENVIRONMENT, last, Reading.EVENTUAL)
                    .orElse(null);
            reads.incrementAndGet();
            if (head != null) {
                PolicyHead other = seen.putIfAbsent(head.generation(), head);
                if (other != null && !other.equals(head)) {
                    oddities.add("a mix: " + other + " and " + head);
                }
                last = head.generation();
            }
        }
    }

    /** What the readers did. */
    long reads() {
        return reads.get();
    }

    void requireAgreement(List<Contender.Round> rounds) {
        List<PolicyHead> history = store.history(Contender.ENVIRONMENT).toList().reversed();
        Map<Long, PolicyHead> generations =
                history.stream().collect(Collectors.toMap(PolicyHead::generation, Function.identity()));
        assertThat(history)
                .extracting(PolicyHead::generation)
                .as("generations without gaps")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(rounds.stream()
                        .filter(round -> round.generation() > 0)
                        .collect(Collectors.toMap(Contender.Round::generation, Contender.Round::reason)))
                .as("every success is in the history, and nothing else")
                .isEqualTo(history.stream().collect(Collectors.toMap(PolicyHead::generation, PolicyHead::reason)));
        assertThat(rounds.stream()
                        .filter(round -> round.version() > 0)
                        .collect(Collectors.toMap(Contender.Round::version, Contender.Round::reason)))
                .as("every version was published once")
                .isEqualTo(store.versions(Contender.POLICY).stream()
                        .collect(Collectors.toMap(line -> line.ref().number(), VersionLine::reason)));
        assertThat(oddities).as("mixes").isEmpty();
        seen.forEach((generation, head) -> assertThat(head).as("as read").isEqualTo(generations.get(generation)));
    }

    @Override
    public void close() {
        over = true;
        for (Thread reader : readers) {
            try {
                reader.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
