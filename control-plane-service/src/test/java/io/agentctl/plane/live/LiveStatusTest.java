package io.agentctl.plane.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.overview.CurvesWish;
import io.agentctl.control.overview.Part;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.overview.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One reader for all who look. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveStatusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** AWS that can be read, and one part that may hang. */
    private static final class Fake implements Snapshots {

        private final List<Set<Part>> asked = new ArrayList<>();
        private final CountDownLatch stuck = new CountDownLatch(1);
        private volatile Part hanging;

        @Override
        public Snapshot read(Range range, CurvesWish curves, Set<Part> parts) {
            synchronized (asked) {
                asked.add(EnumSet.copyOf(parts));
            }
            if (parts.contains(hanging)) {
                await();
            }
            return Snapshot.unreadable(
                    "acme", NOW, range, parts, new AgentctlException(ErrorCode.THROTTLED, "too many calls", ""));
        }

        private void await() {
            try {
                stuck.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private int times(Part part) {
            synchronized (asked) {
                return (int)
                        asked.stream().filter(parts -> parts.contains(part)).count();
            }
        }

        @Override
        public Snapshot unread(Range range) {
            return Snapshot.unread("acme", NOW, range);
        }

        @Override
        public Instant now() {
            return NOW;
        }
    }

    private final Fake aws = new Fake();

    private static List<LiveEvent> hear(LiveListener listener, int parts) throws InterruptedException {
        List<LiveEvent> heard = new ArrayList<>();
        while (heard.size() < parts) {
            heard.addAll(listener.next(PATIENCE));
        }
        return heard;
    }

    @Test
    void nothingIsReadWhileNobodyLooks() throws InterruptedException {
        try (LiveStatus status = new LiveStatus(aws, "one")) {
            Thread.sleep(50);
            assertThat(aws.times(Part.ALARMS)).isZero();

            try (LiveListener listener = status.listen(Range.HOUR, 0)) {
                hear(listener, Part.values().length);
            }
            assertThat(aws.times(Part.ALARMS)).isOne();
        }
    }

    @Test
    void manyWhoLookCostNoMoreThanOne() throws InterruptedException {
        try (LiveStatus status = new LiveStatus(aws, "one");
                LiveListener first = status.listen(Range.HOUR, 0);
                LiveListener second = status.listen(Range.HOUR, 0)) {
            assertThat(hear(first, Part.values().length))
                    .containsExactlyInAnyOrderElementsOf(hear(second, Part.values().length));
        }
        assertThat(aws.times(Part.SERVICES)).isOne();
    }

    @Test
    void whatDoesNotAnswerKeepsNoneOfTheOthersWaiting() throws InterruptedException {
        aws.hanging = Part.ALARMS;
        try (LiveStatus status = new LiveStatus(aws, "one");
                LiveListener listener = status.listen(Range.HOUR, 0)) {
            assertThat(hear(listener, Part.values().length - 1))
                    .noneMatch(event -> event.data().contains("\"alarms\""))
                    .allMatch(event -> event.data().contains("too many calls"));
            aws.stuck.countDown();
            assertThat(hear(listener, 1).getFirst().data()).contains("\"alarms\"");
        }
    }

    @Test
    void whoGoesOnFromWhereTheyWereHearsNothingTwice() throws InterruptedException {
        try (LiveStatus status = new LiveStatus(aws, "one")) {
            long seen;
            try (LiveListener listener = status.listen(Range.HOUR, 0)) {
                seen = hear(listener, Part.values().length).getLast().number();
            }
            try (LiveListener again = status.listen(Range.HOUR, seen)) {
                assertThat(again.next(Duration.ofMillis(100))).isEmpty();
            }
        }
    }
}
