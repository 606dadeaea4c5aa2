package io.agentctl.control.fargate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FargateSizesTest {

    @Test
    void aSizeThatFargateHasNotIsRefusedWithTheNearestTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaskSize(512, 1500))
                .withMessage("512/1500 is not a Fargate size; nearest: 512/1024, 512/2048");
    }

    @Test
    void aCpuValueThatFargateHasNotNamesSizesOfTheNearestCpu() {
        assertThat(FargateSizes.explain(1000, 2048)).endsWith("nearest: 1024/2048, 1024/3072");
        assertThat(FargateSizes.explain(0, 0)).endsWith("nearest: 256/512, 256/1024");
        assertThat(FargateSizes.explain(-5, 1 << 30)).endsWith("nearest: 256/1024, 256/2048");
    }

    @Test
    void allSizesOfTheServiceModelAreThere() {
        assertThat(FargateSizes.all(OperatingSystem.LINUX))
                .hasSize(3 + 4 + 7 + 13 + 23 + 12 + 12)
                .contains(
                        new TaskSize(256, 512),
                        new TaskSize(4096, 30720),
                        new TaskSize(8192, 61440),
                        new TaskSize(16384, 122880))
                .isSortedAccordingTo((one, other) -> one.cpuUnits() == other.cpuUnits()
                        ? one.memoryMib() - other.memoryMib()
                        : one.cpuUnits() - other.cpuUnits());
        assertThat(FargateSizes.exists(8192, 17408)).isFalse();
    }

    @Test
    void windowsRunsOnOneToFourVirtualProcessors() {
        assertThat(FargateSizes.all(OperatingSystem.WINDOWS))
                .extracting(TaskSize::cpuUnits)
                .containsOnly(1024, 2048, 4096);
    }
}
