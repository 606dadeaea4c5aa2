package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.Step;
import io.agentctl.control.journal.StepState;
import io.agentctl.control.plan.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchLedgerTest {

    private static final Instant NOW = SomeTable.NOW;
    private static final Target HERE = new Target("aws", "123456789012", "us-east-1");
    private static final Throughputs FIVE = Throughputs.of(Map.of("", new Throughput(5, 5)));
    private static final Step TO_ON_DEMAND = Step.change(
            "switch", SwitchMode.toOnDemand(SomeTable.ORDERS), SwitchMode.toProvisioned(SomeTable.ORDERS, FIVE));
    private static final Step TO_PROVISIONED = Step.change(
            "switch", SwitchMode.toProvisioned(SomeTable.ORDERS, FIVE), SwitchMode.toOnDemand(SomeTable.ORDERS));

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void startJournal() {
        journal = new FileJournal(folder);
    }

    @Test
    void whatWasSwitchedInTheLastDayCountsAndNothingElse() {
        Instant recent = NOW.minus(Duration.ofHours(3));
        write(recent, HERE, TO_ON_DEMAND.done(Outcome.with(SwitchMode.SWITCHED_AT, recent.toString())));
        Instant old = NOW.minus(Duration.ofHours(25));
        write(old, HERE, TO_ON_DEMAND.done(Outcome.with(SwitchMode.SWITCHED_AT, old.toString())));
        write(NOW.minus(Duration.ofHours(2)), HERE, TO_PROVISIONED.in(StepState.DONE));
        write(NOW.minus(Duration.ofHours(1)), HERE, TO_ON_DEMAND);
        write(recent, new Target("other", "210987654321", "us-east-1"), TO_ON_DEMAND.in(StepState.STARTED));

        assertThat(switches(SomeTable.onDemand())).containsExactly(recent);
    }

    @Test
    void aSwitchThatMayHaveHappenedCounts() {
        Instant started = NOW.minus(Duration.ofHours(3));
        write(started, HERE, TO_ON_DEMAND.in(StepState.STARTED));

        assertThat(switches(SomeTable.onDemand())).containsExactly(started);
    }

    @Test
    void goingBackToOnDemandCountsToo() {
        write(NOW.minus(Duration.ofHours(5)), HERE, TO_PROVISIONED.in(StepState.UNDONE));

        assertThat(switches(SomeTable.onDemand())).hasSize(1);
    }

    @Test
    void aSwitchThatSomebodyElseMadeIsKnownFromTheTable() {
        Instant ours = NOW.minus(Duration.ofHours(6));
        write(ours, HERE, TO_ON_DEMAND.done(Outcome.with(SwitchMode.SWITCHED_AT, ours.toString())));

        assertThat(switches(switchedAt(ours.plusSeconds(40)))).as("the same").containsExactly(ours);
        Instant theirs = NOW.minus(Duration.ofHours(1));
        assertThat(switches(switchedAt(theirs))).containsExactly(ours, theirs);
        assertThat(switches(switchedAt(NOW.minus(Duration.ofDays(3))))).containsExactly(ours);
    }

    private List<Instant> switches(ObservedTable table) {
        return SwitchLedger.switches(journal, HERE, table, NOW);
    }

    private static ObservedTable switchedAt(Instant instant) {
        ObservedTable table = SomeTable.onDemand();
        return new ObservedTable(
                table.name(),
                table.status(),
                table.mode(),
                table.parts(),
                table.scaling(),
                table.created(),
                instant,
                table.replicas(),
                table.tableClass(),
                table.deletionProtection(),
                table.items(),
                table.bytes());
    }

    private void write(Instant at, Target target, Step step) {
        OperationDraft draft =
                new OperationDraft("table switch", SomeTable.ORDERS.resource(), target, "switched", List.of(step));
        Operation begun = journal.begin(Operation.begun(
                draft, OperationId.next(at, RandomGenerator.getDefault()), LocalProcesses.current(), at, at));
        journal.save(begun.in(OperationState.SUCCEEDED, "").writtenAt(at, at));
    }
}
