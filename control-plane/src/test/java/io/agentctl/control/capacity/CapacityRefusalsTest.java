package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CapacityRefusalsTest {

    private static final AccountRoom ALONE = new AccountRoom(SomeTable.QUOTAS, Throughput.NONE);

    @Test
    void everyIndexNeedsThroughput() {
        assertThat(reasons(Throughputs.of(Map.of("", new Throughput(5, 0))), ALONE))
                .containsExactly(
                        "the table would have throughput 5/0, and at least 1 of each is needed",
                        "index by-owner would have throughput 0/0, and at least 1 of each is needed");
    }

    @Test
    void theQuotaOfATableIsKept() {
        assertThat(reasons(
                        Throughputs.of(Map.of("", new Throughput(40_001, 1), "by-owner", new Throughput(5, 5))), ALONE))
                .containsExactly("the table would have 40001/1, over the quota of 40000/40000");
    }

    @Test
    void theQuotaOfTheAccountCountsTheOtherTablesToo() {
        AccountRoom room = new AccountRoom(SomeTable.QUOTAS, new Throughput(60_000, 79_980));

        assertThat(reasons(throughputs(10_000, 10), room)).isEmpty();
        List<Refusal> refusals =
                CapacityRefusals.ofSwitch(SomeTable.onDemand(), throughputs(10_500, 30), Set.of(), room);

        assertThat(refusals)
                .extracting(Refusal::reason)
                .containsExactly("the table with its indexes would have 21000/60 and the account's other tables have"
                        + " 60000/79980, which is over its quota of 80000/80000");
        assertThat(refusals.getFirst().advice()).startsWith("It is possible once 1000/40 are given up elsewhere");
    }

    @Test
    void boundsThatRaiseCapacityOverTheAccountsQuotaAreRefusedAndThoseThatLowerItAreNot() {
        AccountRoom full = new AccountRoom(SomeTable.QUOTAS, new Throughput(79_990, 0));
        ObservedTable table = SomeTable.provisioned(100, 10);

        assertThat(CapacityRefusals.ofScaling(table, reads(150, 200), full, SomeTable.NOW))
                .extracting(Refusal::reason)
                .containsExactly("the table with its indexes would have 250/20 and the account's other tables have"
                        + " 79990/0, which is over its quota of 80000/80000");
        assertThat(CapacityRefusals.ofScaling(table, reads(5, 50), full, SomeTable.NOW))
                .isEmpty();
    }

    @Test
    void boundsThatLowerCapacityWaitForADecrease() {
        ObservedTable table = SomeTable.of(
                Mode.PROVISIONED,
                "ACTIVE",
                new Throughput(100, 10),
                4,
                SomeTable.NOW.minus(Duration.ofMinutes(20)),
                Map.of());

        assertThat(CapacityRefusals.ofScaling(table, reads(5, 50), ALONE, SomeTable.NOW))
                .singleElement()
                .hasToString("the table was lowered 4 times today; possible from 2026-03-02T15:40:00Z on");
        assertThat(CapacityRefusals.ofScaling(table, reads(5, 500), ALONE, SomeTable.NOW))
                .as("nothing is lowered at once")
                .isEmpty();
    }

    @Test
    void aMostOverTheQuotaIsRefused() {
        assertThat(CapacityRefusals.ofScaling(SomeTable.provisioned(5, 5), reads(5, 50_000), ALONE, SomeTable.NOW))
                .extracting(Refusal::reason)
                .containsExactly("a most of 50000 reads is over the quota of 40000");
    }

    @Test
    void theWritesOfAGlobalTableMustScale() {
        ObservedTable global = SomeTable.replicated(SomeTable.onDemand(), "eu-west-1");

        assertThat(CapacityRefusals.ofSwitch(global, throughputs(5, 5), Set.of(SomeTable.READS), ALONE))
                .extracting(Refusal::reason)
                .containsExactly("it is a global table with replicas in eu-west-1, whose writes must scale");
        assertThat(CapacityRefusals.ofSwitch(global, throughputs(5, 5), Set.of(SomeTable.WRITES), ALONE))
                .isEmpty();
    }

    private static List<String> reasons(Throughputs wanted, AccountRoom room) {
        return CapacityRefusals.ofSwitch(SomeTable.onDemand(), wanted, Set.of(), room).stream()
                .map(Refusal::reason)
                .toList();
    }

    private static Throughputs throughputs(int reads, int writes) {
        return Throughputs.of(Map.of("", new Throughput(reads, writes), "by-owner", new Throughput(reads, writes)));
    }

    private static SortedMap<Meter, Optional<AutoScaled>> reads(int min, int max) {
        SortedMap<Meter, Optional<AutoScaled>> wanted = new TreeMap<>();
        wanted.put(SomeTable.READS, Optional.of(new AutoScaled(min, max, 70)));
        return wanted;
    }
}
