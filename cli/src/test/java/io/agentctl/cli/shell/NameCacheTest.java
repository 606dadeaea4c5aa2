package io.agentctl.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.completion.NameKind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names that are held, and fetched behind. */
@Timeout(30)
class NameCacheTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    private static List<String> eventually(NameCache cache, List<String> expected) throws InterruptedException {
        List<String> names = cache.of(NameKind.SERVICE);
        while (!names.equals(expected)) {
            Thread.sleep(1);
            names = cache.of(NameKind.SERVICE);
        }
        return names;
    }

    @Test
    void whoAsksNeverWaits() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        NameCache cache = new NameCache(
                kind -> {
                    asked.incrementAndGet();
                    await(answer);
                    return List.of("api");
                },
                now::get);

        assertThat(cache.of(NameKind.SERVICE)).isEmpty();
        assertThat(cache.of(NameKind.SERVICE)).isEmpty();
        answer.countDown();

        assertThat(eventually(cache, List.of("api"))).containsExactly("api");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsOldIsOfferedUntilTheNewIsThere() throws InterruptedException {
        NameCache cache = new NameCache(kind -> List.of("api-" + asked.incrementAndGet()), now::get);
        eventually(cache, List.of("api-1"));

        now.addAndGet(NameCache.FRESH.toNanos());
        assertThat(cache.of(NameKind.SERVICE)).containsExactly("api-1");
        now.incrementAndGet();
        assertThat(cache.of(NameKind.SERVICE)).isIn(List.of("api-1"), List.of("api-2"));

        assertThat(eventually(cache, List.of("api-2"))).containsExactly("api-2");
    }

    @Test
    void aFailureLeavesWhatIsHeld() throws InterruptedException {
        NameCache cache = new NameCache(
                kind -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new IllegalStateException("the network is down");
                    }
                    return List.of("api");
                },
                now::get);
        eventually(cache, List.of("api"));

        cache.age();
        cache.of(NameKind.SERVICE);
        while (asked.get() < 2) {
            Thread.sleep(1);
        }

        assertThat(cache.of(NameKind.SERVICE)).containsExactly("api");
    }

    @Test
    void theAnswerOfAnotherPlaceComesTooLate() throws InterruptedException {
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch given = new CountDownLatch(1);
        NameCache cache = new NameCache(
                kind -> {
                    if (asked.incrementAndGet() == 1) {
                        await(late);
                        given.countDown();
                        return List.of("of-prod");
                    }
                    return List.of("of-sandbox");
                },
                now::get);
        cache.of(NameKind.SERVICE);
        while (asked.get() < 1) {
            Thread.sleep(1);
        }

        cache.forget();
        eventually(cache, List.of("of-sandbox"));
        late.countDown();
        given.await();

        assertThat(cache.of(NameKind.SERVICE)).containsExactly("of-sandbox");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
