package io.agentctl.control.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CancellationTest {

    @Test
    void sleepsThroughWhenNobodyAsks() {
        assertThat(Cancellation.never().sleep(Duration.ofMillis(5))).isTrue();
    }

    @Test
    @Timeout(10)
    void aRequestWakesASleeper() throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        Thread asker = Thread.startVirtualThread(cancellation::request);

        assertThat(cancellation.sleep(Duration.ofHours(1))).isFalse();

        asker.join();
        assertThat(cancellation.requested()).isTrue();
    }

    @Test
    void aListenerThatIsALambdaIsNeverCancelled() {
        assertThat(ProgressListener.SILENT.cancellation().requested()).isFalse();
    }

    @Test
    void anInterruptCountsAsARequestAndIsKept() {
        Thread.currentThread().interrupt();

        boolean goOn = Cancellation.never().sleep(Duration.ofHours(1));

        assertThat(goOn).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
