package io.agentctl.plane.live;

import io.agentctl.control.overview.Part;
import io.agentctl.control.overview.Range;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of each part last. Of a part that was read several times since a listener looked, only the latest is
 * told: nobody is told too little, however slow, and nothing piles up. Not thread-safe.
 */
final class LatestParts {

    /** A part; of curves there are some for each range. */
    record Key(Part part, Optional<Range> range) {

        static Key of(Part part, Range range) {
            return new Key(part, part == Part.CURVES ? Optional.of(range) : Optional.empty());
        }

        boolean concerns(Range wanted) {
            return range.map(wanted::equals).orElse(true);
        }
    }

    private final Map<Key, LiveEvent> latest = new HashMap<>();
    private long number;

    void put(Key key, String data) {
        number++;
        latest.put(key, new LiveEvent(number, data));
    }

    long number() {
        return number;
    }

    /** What is to be told to whoever knows all up to an event, in order. */
    List<LiveEvent> after(long seen, Range range) {
        return latest.entrySet().stream()
                .filter(entry -> entry.getKey().concerns(range))
                .map(Map.Entry::getValue)
                .filter(event -> event.number() > seen)
                .sorted(Comparator.comparingLong(LiveEvent::number))
                .toList();
    }
}
