package io.agentctl.control.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.fargate.TaskSize;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

class ContainerLimitsTest {

    private static final TaskSize LARGE = new TaskSize(2048, 4096);
    private static final TaskSize SMALL = new TaskSize(512, 1024);

    @Test
    void theMainContainerSharesWhatTheSidecarLeaves() {
        List<ContainerDefinition> scaled = ContainerLimits.scaled(
                List.of(container("app", 1984, 3968), container("log-router", 64, 128)), LARGE, SMALL);

        assertThat(scaled.get(0).cpu()).isEqualTo(448);
        assertThat(scaled.get(0).memory()).isEqualTo(896);
        assertThat(scaled.get(1).cpu()).isEqualTo(64);
        assertThat(scaled.get(1).memory()).isEqualTo(128);
    }

    @Test
    void limitsThatWereNotSetStayUnset() {
        ContainerDefinition bare = ContainerDefinition.builder().name("app").build();

        ContainerDefinition scaled =
                ContainerLimits.scaled(List.of(bare), LARGE, SMALL).getFirst();

        assertThat(scaled).isEqualTo(bare);
    }

    @Test
    void allLimitsOfAMainContainerMoveWithTheTask() {
        ContainerDefinition app = ContainerDefinition.builder()
                .name("app")
                .memory(4096)
                .memoryReservation(1000)
                .build();

        ContainerDefinition scaled = ContainerLimits.scaled(List.of(app), LARGE, new TaskSize(256, 512))
                .getFirst();

        assertThat(scaled.memory()).isEqualTo(512);
        assertThat(scaled.memoryReservation()).isEqualTo(125);
    }

    @Test
    void sidecarsThatLeaveNothingAreRefused() {
        assertThatThrownBy(() -> ContainerLimits.scaled(
                        List.of(container("app", 1024, 3000), container("agent", 300, 1000)),
                        LARGE,
                        new TaskSize(256, 512)))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining("leaves nothing of 256");
    }

    @Property
    void whatFittedTheOldSizeFitsTheNew(
            @ForAll @IntRange(min = 1, max = 2000) int one, @ForAll @IntRange(min = 1, max = 2000) int other) {
        List<ContainerDefinition> scaled = ContainerLimits.scaled(
                List.of(container("one", 1, one), container("other", 1, other)), LARGE, new TaskSize(1024, 2048));

        assertThat(scaled.stream().mapToInt(ContainerDefinition::memory).sum()).isLessThanOrEqualTo(2048);
        assertThat(scaled)
                .allSatisfy(container -> assertThat(container.memory()).isPositive());
    }

    private static ContainerDefinition container(String name, int cpu, int memory) {
        return ContainerDefinition.builder().name(name).cpu(cpu).memory(memory).build();
    }
}
