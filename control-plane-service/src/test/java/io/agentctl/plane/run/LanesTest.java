package io.agentctl.plane.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.catalogue.AlarmsUseCases;
import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.progress.ProgressListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With one place of a kind: what waits for what. */
@Timeout(60)
class LanesTest {

    private final Lanes lanes = new Lanes(1);

    /** Whether the second gets through while the first is under way. */
    private boolean passes(NamedUseCase<?, ?> first, NamedUseCase<?, ?> second) throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch through = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            both.execute(() -> lanes.through(first, ProgressListener.SILENT, () -> held(under, over)));
            under.await();
            both.execute(() -> lanes.through(second, ProgressListener.SILENT, () -> held(through, over)));
            boolean passed = through.await(500, TimeUnit.MILLISECONDS);
            over.countDown();
            return passed;
        }
    }

    private static boolean held(CountDownLatch begun, CountDownLatch over) {
        begun.countDown();
        try {
            return over.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aShortLookWaitsForNoStudyAndNoWait() throws Exception {
        assertThat(passes(AlarmsUseCases.BACKTEST, EcsUseCases.SERVICES)).isTrue();
        assertThat(passes(EcsUseCases.WAIT, EcsUseCases.SERVICES)).isTrue();
        assertThat(passes(EcsUseCases.WAIT, AlarmsUseCases.BACKTEST)).isTrue();
    }

    @Test
    void aStudyWaitsForOthers() throws Exception {
        assertThat(passes(AlarmsUseCases.BACKTEST, EcsUseCases.RIGHTSIZE)).isFalse();
    }

    @Test
    void theWayBackWaitsForNoChange() throws Exception {
        assertThat(passes(OperationUseCases.APPLY, OperationUseCases.UNDO)).isTrue();
        assertThat(passes(OperationUseCases.APPLY, OperationUseCases.APPLY)).isFalse();
    }
}
