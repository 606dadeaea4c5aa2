package io.agentctl.sandbox.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The streams of a log group. Not thread-safe. */
final class LogStreams {
    /** A sandbox is not an archive: beyond these, a stream forgets its oldest events. */
    private static final int MOST_EVENTS = 50_000;

    private final long created;
    private final Map<String, Stream> streams = new TreeMap<>();
    private long events;

    LogStreams(long created) {
        this.created = created;
    }

    /**
     * One stream.
     *
     * @param name its name
     * @param created when, milliseconds since the epoch
     * @param events oldest first, as they came
     */
    record Stream(String name, long created, Deque<Event> events) {
        /** In the order of their times. */
        List<Event> ordered() {
            return events.stream()
                    .sorted(Comparator.comparingLong(Event::at).thenComparingLong(Event::number))
                    .toList();
        }
    }

    long created() {
        return created;
    }

    long storedBytes() {
        return streams.values().stream()
                .flatMap(stream -> stream.events().stream())
                .mapToLong(event -> event.message().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    List<Stream> all() {
        return List.copyOf(streams.values());
    }

    Optional<Stream> find(String name) {
        return Optional.ofNullable(name).map(streams::get);
    }

    void create(String name, long now) {
        streams.put(name, new Stream(name, now, new ArrayDeque<>()));
    }

    void delete(String name) {
        streams.remove(name);
    }

    void add(Stream stream, long at, long now, String message) {
        stream.events().addLast(new Event(stream.name(), events++, at, now, message));
        if (stream.events().size() > MOST_EVENTS) {
            stream.events().removeFirst();
        }
    }
}
