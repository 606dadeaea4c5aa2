package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.apply.Applied;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.pricing.TablePriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and their scaling against moto, an implementation of AWS that is not ours. */
class MotoCapacityIT {

    @TempDir
    private Path journal;

    private static MotoServer moto;

    private CapacityBench bench;

    @BeforeAll
    static void startMoto() throws IOException, InterruptedException {
        moto = MotoServer.start(Map.of());
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void createTwoTables() throws IOException, InterruptedException {
        moto.reset();
        bench = new CapacityBench(moto.endpoint(), journal);
        bench.createTables();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tablesAreListedWithModeIndexesAndScaling() {
        ListTables.Result result = bench.capacity
                .listing(() -> TablePriceTables.shipped().forRegion("us-east-1"))
                .run(new ListTables.Request(), ProgressListener.SILENT);

        assertThat(result.tables()).extracting(TableRow::mode).containsExactly(Mode.ON_DEMAND, Mode.PROVISIONED);
        TableRow orders = result.tables().getLast();
        assertThat(orders.throughput()).contains(new Throughput(20, 10));
        assertThat(orders.indexes()).containsExactly("by-owner");
        assertThat(orders.scaling()).isEqualTo(2);
    }

    @Test
    void aSwitchToOnDemandIsUndoneWithThroughputAndScaling() {
        String before = bench.table(CapacityBench.ORDERS).fingerprint();
        Applied applied = bench.apply(
                        bench.planSwitch(CapacityBench.ORDERS, Mode.ON_DEMAND).plan())
                .operations()
                .getFirst();

        assertThat(applied.state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(bench.table(CapacityBench.ORDERS).mode()).isEqualTo(Mode.ON_DEMAND);

        bench.runner.undo(applied.operation(), UndoMode.CAREFUL, ProgressListener.SILENT);

        assertThat(bench.table(CapacityBench.ORDERS).fingerprint()).isEqualTo(before);
    }

    @Test
    void scalingThatTheSwitchLostIsPutBackByUndo() {
        String before = bench.table(CapacityBench.ORDERS).fingerprint();
        Applied applied = bench.apply(
                        bench.planSwitch(CapacityBench.ORDERS, Mode.ON_DEMAND).plan())
                .operations()
                .getFirst();
        bench.scaling.deregister(SomeTable.READS.of(CapacityBench.ORDERS));
        bench.scaling.deregister(SomeTable.WRITES.of(CapacityBench.ORDERS));

        bench.runner.undo(applied.operation(), UndoMode.CAREFUL, ProgressListener.SILENT);

        assertThat(bench.table(CapacityBench.ORDERS).fingerprint()).isEqualTo(before);
    }

    @Test
    void aSwitchToProvisionedScalesEveryMeterAndIsUndone() {
        Plan plan = bench.planSwitch(CapacityBench.CARTS, Mode.PROVISIONED).plan();
        Applied applied = bench.apply(plan).operations().getFirst();

        ObservedTable table = bench.table(CapacityBench.CARTS);
        assertThat(applied.state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(table.mode()).isEqualTo(Mode.PROVISIONED);
        assertThat(table.scaling()).hasSize(4);
        assertThat(table.parts()).allMatch(part -> part.throughput().equals(new Throughput(5, 5)));

        bench.runner.undo(applied.operation(), UndoMode.CAREFUL, ProgressListener.SILENT);

        assertThat(bench.table(CapacityBench.CARTS).mode()).isEqualTo(Mode.ON_DEMAND);
        assertThat(bench.table(CapacityBench.CARTS).scaling()).isEmpty();
    }

    @Test
    void scalingIsChangedAndPutBack() {
        String before = bench.table(CapacityBench.ORDERS).fingerprint();
        Plan plan = bench.planAutoscale(CapacityBench.ORDERS, Optional.of(CapacityBench.wish(65, 10, 200)));
        Applied applied = bench.apply(plan).operations().getFirst();

        assertThat(bench.table(CapacityBench.ORDERS).scaling().values())
                .hasSize(4)
                .allMatch(scaling -> ScalingText.brief(scaling).equals("10-200 at 65 %"));

        bench.runner.undo(applied.operation(), UndoMode.CAREFUL, ProgressListener.SILENT);

        assertThat(bench.table(CapacityBench.ORDERS).fingerprint()).isEqualTo(before);
    }

    @Test
    void aStalePlanChangesNothing() {
        Plan plan = bench.planSwitch(CapacityBench.ORDERS, Mode.ON_DEMAND).plan();
        bench.apply(bench.planAutoscale(CapacityBench.ORDERS, Optional.empty()));

        assertThatThrownBy(() -> bench.apply(plan))
                .isInstanceOf(AgentctlException.class)
                .satisfies(
                        stale -> assertThat(((AgentctlException) stale).code()).isEqualTo(ErrorCode.STALE_PLAN));
        assertThat(bench.table(CapacityBench.ORDERS).mode()).isEqualTo(Mode.PROVISIONED);
    }

    @Test
    void afterFourSwitchesTheFifthIsRefusedWithTheTimeWhenItWillBePossible() {
        for (int i = 0; i < 4; i++) {
            bench.apply(bench.planSwitch(CapacityBench.ORDERS, Mode.ON_DEMAND).plan());
            bench.apply(bench.planSwitch(CapacityBench.ORDERS, Mode.PROVISIONED).plan());
        }

        assertThatThrownBy(() -> bench.planSwitch(CapacityBench.ORDERS, Mode.ON_DEMAND))
                .hasMessageContaining("it was switched to on demand 4 times in the last 24 hours")
                .hasMessageContaining("possible from ");
    }

    @Test
    void whatCannotBeDoneIsRefusedByName() {
        assertThatThrownBy(() -> bench.planSwitch(new TableName("order"), Mode.ON_DEMAND))
                .hasMessage("there is no table order")
                .satisfies(missing ->
                        assertThat(((AgentctlException) missing).advice()).isEqualTo("Did you mean orders?"));
        assertThatThrownBy(() -> bench.planAutoscale(CapacityBench.CARTS, Optional.of(CapacityBench.wish(70, 1, 2))))
                .hasMessageContaining("carts is on demand: it has no capacity that could scale");
    }
}
