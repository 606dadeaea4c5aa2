package io.agentctl.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldNamesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<NameKind> later = new ArrayList<>();

    @TempDir
    private Path cache;

    @Test
    void whatWasNeverAskedForIsAskedForAndRemembered() {
        assertThat(names(NOW, kind -> List.of("api", "web")).within(NameKind.SERVICE, LONG))
                .containsExactly("api", "web");
        assertThat(names(NOW, HeldNamesTest::unreachable).within(NameKind.SERVICE, LONG))
                .containsExactly("api", "web");
        assertThat(later).isEmpty();
    }

    @Test
    void whatIsOldIsSaidAtOnceAndAskedForBehind() {
        names(NOW, kind -> List.of("api")).refresh(NameKind.SERVICE);

        HeldNames oneMinuteOn = names(NOW.plusSeconds(60), HeldNamesTest::unreachable);

        assertThat(oneMinuteOn.within(NameKind.SERVICE, Duration.ZERO)).containsExactly("api");
        assertThat(later).containsExactly(NameKind.SERVICE);
    }

    @Test
    void whoeverTypesDoesNotWaitForASlowPlace() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        HeldNames slow = names(NOW, kind -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of("api");
        });

        assertThat(slow.within(NameKind.SERVICE, Duration.ofMillis(5))).isEmpty();
        assertThat(later).containsExactly(NameKind.SERVICE);
        answer.countDown();
    }

    @Test
    void whatCannotBeReachedLeavesWhatWasKnown() {
        names(NOW, kind -> List.of("api")).refresh(NameKind.SERVICE);

        assertThat(names(NOW, HeldNamesTest::unreachable).refresh(NameKind.SERVICE))
                .isEmpty();
        assertThat(names(NOW, HeldNamesTest::unreachable).within(NameKind.SERVICE, LONG))
                .containsExactly("api");
    }

    @Test
    void onlyItsOwnerReadsTheCache() throws Exception {
        names(NOW, kind -> List.of("api")).refresh(NameKind.SERVICE);

        assertThat(Files.getPosixFilePermissions(cache.resolve("place")).toString())
                .doesNotContain("GROUP")
                .doesNotContain("OTHERS");
    }

    private HeldNames names(Instant at, Function<NameKind, List<String>> source) {
        return new HeldNames(
                new NameFiles(cache.resolve("place")), source, Clock.fixed(at, ZoneOffset.UTC), later::add);
    }

    private static List<String> unreachable(NameKind kind) {
        throw new AgentctlException(ErrorCode.UNREACHABLE, "no network, no " + kind, "");
    }
}
