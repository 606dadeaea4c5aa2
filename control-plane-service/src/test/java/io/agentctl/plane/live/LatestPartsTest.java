package io.agentctl.plane.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.overview.Part;
import io.agentctl.control.overview.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestPartsTest {

    private final LatestParts parts = new LatestParts();

    private void read(Part part, Range range, String data) {
        parts.put(LatestParts.Key.of(part, range), data);
    }

    private List<String> after(long seen, Range range) {
        return parts.after(seen, range).stream().map(LiveEvent::data).toList();
    }

    @Test
    void whoComesFirstHearsTheLatestOfEachPart() {
        read(Part.ALARMS, Range.HOUR, "none rings");
        read(Part.SERVICES, Range.HOUR, "two tasks");
        read(Part.ALARMS, Range.HOUR, "one rings");

        assertThat(after(0, Range.HOUR)).containsExactly("two tasks", "one rings");
    }

    @Test
    void whoWasCutOffHearsWhatCameSince() {
        read(Part.ALARMS, Range.HOUR, "none rings");
        read(Part.SERVICES, Range.HOUR, "two tasks");
        long seen = parts.after(0, Range.HOUR).getLast().number();
        read(Part.SERVICES, Range.HOUR, "one task");
        read(Part.SERVICES, Range.HOUR, "no task");

        assertThat(after(seen, Range.HOUR)).containsExactly("no task");
        assertThat(after(parts.after(seen, Range.HOUR).getLast().number(), Range.HOUR))
                .isEmpty();
    }

    @Test
    void curvesOfAnotherRangeAreNotTold() {
        read(Part.CURVES, Range.HOUR, "an hour");
        read(Part.CURVES, Range.DAY, "a day");
        read(Part.ALARMS, Range.DAY, "none rings");

        assertThat(after(0, Range.HOUR)).containsExactly("an hour", "none rings");
    }
}
