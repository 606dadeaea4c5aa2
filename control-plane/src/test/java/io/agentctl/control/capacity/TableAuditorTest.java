package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.capacity.AuditFinding.Severity;
import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableAuditorTest {

    @Test
    void scansThatReadMostOfWhatIsReadAreGrave() {
        List<AuditFinding> findings = audit(
                List.of(new OperationUse("GetItem", 990_000, 3, 1), new OperationUse("Scan", 10_000, 80, 1000)),
                List.of(),
                0,
                10);

        assertThat(findings.getFirst().severity()).isEqualTo(Severity.HIGH);
        assertThat(findings.getFirst().evidence())
                .isEqualTo("10,000 scans, 1.0 % of reading requests, that returned 1000 items each on average");
    }

    @Test
    void anIndexThatNothingReadsIsNamedWithWhatItCosts() {
        assertThat(audit(List.of(), List.of(), 0, 0))
                .filteredOn(finding -> finding.about().equals("index by-owner"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .isEqualTo("nothing was read from it in 24 h, and 24,000 write units were spent on it"));
        assertThat(audit(List.of(), List.of(), 0, 10))
                .extracting(AuditFinding::about)
                .doesNotContain("index by-owner");
    }

    @Test
    void throttlesAndHotKeysAreGraveAndKeysThatDoNotStandOutAreNone() {
        List<AuditFinding> findings = audit(
                List.of(),
                List.of(
                        new HotKey("the table", "tenant#1", 0.62, false),
                        new HotKey("the table", "tenant#2", 0.04, false)),
                7,
                10);

        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.HIGH)
                .extracting(AuditFinding::evidence)
                .contains("tenant#1 of the table takes 62 % of accesses", "168 requests were throttled on reads")
                .noneMatch(evidence -> evidence.contains("tenant#2"));
    }

    @Test
    void itSaysWhereHotKeysAreNotKnown() {
        assertThat(audit(List.of(), List.of(), 0, 10))
                .filteredOn(finding -> finding.about().equals("hot keys"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.evidence()).contains("Contributor Insights is off for index by-owner"));
    }

    @Test
    void anIndexOfWhichTheUseIsNotKnownIsNotCalledUnused() {
        assertThat(TableAuditor.findings(SomeTable.onDemand(), Optional.empty(), List.of(), List.of(), List.of()))
                .extracting(AuditFinding::about)
                .isEmpty();
    }

    private static List<AuditFinding> audit(
            List<OperationUse> operations, List<HotKey> keys, double throttled, double indexReads) {
        SortedMap<Meter, MeterUsage> meters = new TreeMap<>();
        meters.put(SomeTable.READS, usage(100, throttled));
        meters.put(SomeTable.WRITES, usage(100, 0));
        meters.put(new Meter("by-owner", Direction.READS), usage(indexReads, 0));
        meters.put(new Meter("by-owner", Direction.WRITES), usage(1000, 0));
        return TableAuditor.findings(
                SomeTable.onDemand(),
                Optional.of(new TableUsage(meters, Duration.ofHours(1))),
                operations,
                keys,
                List.of("index by-owner"));
    }

    private static MeterUsage usage(double consumed, double throttled) {
        return new MeterUsage(hours(consumed), hours(Double.NaN), hours(throttled));
    }

    private static Series hours(double value) {
        double[] values = new double[24];
        Arrays.fill(values, value);
        return Series.of(SomeTable.NOW, Duration.ofHours(1), values);
    }
}
