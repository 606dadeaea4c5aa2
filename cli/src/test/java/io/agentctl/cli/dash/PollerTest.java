package io.agentctl.cli.dash;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.overview.CurvesWish;
import io.agentctl.control.overview.Part;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Reading;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.overview.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One reader for all panes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PollerTest {

    private static final State STATE = State.initial("sandbox", Range.HOUR);

    private final LinkedBlockingQueue<String> news = new LinkedBlockingQueue<>();

    /** AWS as a test wants it: what was asked is noted; a part may hang, or all fail. */
    private static final class Fake implements Snapshots {

        private final List<Set<Part>> asked = new ArrayList<>();
        private final CountDownLatch stuck = new CountDownLatch(1);
        private volatile Instant now = Sample.NOW;
        private volatile RuntimeException failure;
        private volatile Part hanging;

        @Override
        public Snapshot read(Range range, CurvesWish wish, Set<Part> parts) {
            synchronized (asked) {
                asked.add(EnumSet.copyOf(parts));
            }
            if (parts.contains(hanging)) {
                await();
            }
            if (failure != null) {
                throw failure;
            }
            Snapshot all = Sample.snapshot().over(range);
            return new Snapshot(
                    all.project(),
                    now,
                    range,
                    only(Part.ACCOUNT, parts, all.account()),
                    only(Part.CURVES, parts, all.curves()),
                    only(Part.SERVICES, parts, all.services()),
                    only(Part.FUNCTIONS, parts, all.functions()),
                    only(Part.TABLES, parts, all.tables()),
                    only(Part.OBJECTIVES, parts, all.objectives()),
                    only(Part.ALARMS, parts, all.alarms()),
                    only(Part.WINDOWS, parts, all.windows()),
                    only(Part.POLICIES, parts, all.policies()),
                    only(Part.OPERATIONS, parts, all.operations()));
        }

        private void await() {
            try {
                stuck.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private <T> Reading<T> only(Part part, Set<Part> parts, Reading<T> reading) {
            return parts.contains(part) ? Reading.of(reading.value().orElseThrow(), now) : Reading.none();
        }

        @Override
        public Snapshot unread(Range range) {
            return Snapshot.unread("acme", now, range);
        }

        @Override
        public Instant now() {
            return now;
        }

        List<Set<Part>> asked() {
            synchronized (asked) {
                return List.copyOf(asked);
            }
        }
    }

    @Test
    void everyPartIsReadOnceAndThenRests() throws InterruptedException {
        Fake fake = new Fake();
        try (Poller poller = new Poller(fake, STATE, () -> news.add("changed"))) {
            poller.start();
            await(poller, PollerTest::complete);

            poller.follow(STATE);

            assertThat(fake.asked())
                    .hasSize(Part.values().length - 1)
                    .contains(EnumSet.of(Part.CURVES, Part.TABLES), EnumSet.of(Part.ALARMS));
        }
    }

    @Test
    void aPartThatDoesNotAnswerKeepsNoneOfTheOthersWaiting() throws InterruptedException {
        Fake fake = new Fake();
        fake.hanging = Part.ALARMS;
        try (Poller poller = new Poller(fake, STATE, () -> news.add("changed"))) {
            poller.start();
            await(poller, known -> missing(known).equals(EnumSet.of(Part.ALARMS)));

            fake.stuck.countDown();

            await(poller, PollerTest::complete);
        }
    }

    @Test
    void whatIsLostStaysAndComesBackByItself() throws InterruptedException {
        Fake fake = new Fake();
        try (Poller poller = new Poller(fake, STATE, () -> news.add("changed"))) {
            poller.start();
            await(poller, PollerTest::complete);

            fake.failure = new AgentctlException(ErrorCode.NOT_SIGNED_IN, "expired", "Sign in again.");
            fake.now = Sample.NOW.plus(Duration.ofHours(2));
            poller.follow(STATE);
            await(poller, known -> failed(known).equals(EnumSet.allOf(Part.class)));
            assertThat(missing(poller.snapshot())).isEmpty();
            assertThat(poller.snapshot().alarms().readAt()).contains(Sample.NOW);

            fake.failure = null;
            fake.now = fake.now.plusSeconds(30);
            poller.follow(STATE);
            await(poller, known -> failed(known).isEmpty());
        }
    }

    @Test
    void aBugInReadingIsSaidAndDoesNotEndIt() throws InterruptedException {
        Fake fake = new Fake();
        fake.failure = new IllegalStateException("oops");
        try (Poller poller = new Poller(fake, STATE, () -> news.add("changed"))) {
            poller.start();
            await(poller, known -> failed(known).equals(EnumSet.allOf(Part.class)));

            assertThat(poller.snapshot().alarms().failure().orElseThrow().message())
                    .contains("bug of agentctl");
        }
    }

    @Test
    void whilePausedNothingIsReadAndARangeThatWasReadIsKept() throws InterruptedException {
        Fake fake = new Fake();
        try (Poller poller = new Poller(fake, STATE, () -> news.add("changed"))) {
            poller.start();
            await(poller, PollerTest::complete);
            int asked = fake.asked().size();

            poller.follow(STATE.pausedOrNot().over(Range.DAY));

            assertThat(fake.asked()).hasSize(asked);
            poller.follow(STATE);
            assertThat(poller.snapshot().curves().value()).isPresent();
            assertThat(fake.asked()).hasSize(asked);
        }
    }

    private static boolean complete(Snapshot known) {
        return missing(known).isEmpty();
    }

    private static Set<Part> missing(Snapshot known) {
        return parts(part -> known.reading(part).value().isEmpty());
    }

    private static Set<Part> failed(Snapshot known) {
        return parts(part -> known.reading(part).failure().isPresent());
    }

    private static Set<Part> parts(Predicate<Part> which) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (which.test(part)) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Waits for news until they are the wanted ones. */
    private void await(Poller poller, Predicate<Snapshot> wanted) throws InterruptedException {
        while (!wanted.test(poller.snapshot())) {
            assertThat(news.poll(20, TimeUnit.SECONDS))
                    .as("lacks %s, fails %s", missing(poller.snapshot()), failed(poller.snapshot()))
                    .isNotNull();
        }
    }
}
