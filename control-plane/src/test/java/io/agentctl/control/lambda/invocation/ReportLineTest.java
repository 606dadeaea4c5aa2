package io.agentctl.control.lambda.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportLineTest {

    private static final String WARM =
            "REPORT RequestId: 1-2\tDuration: 469.40 ms\tBilled Duration: 500 ms\tMemory Size: 1024 MB\tMax Memory Used: 21 MB";

    private static final String JSON =
            """
            {"time":"2026-01-01T00:00:00Z","type":"platform.report","record":{"requestId":"1-2","metrics":\
            {"durationMs":12.5,"billedDurationMs":13,"memorySizeMB":256,"maxMemoryUsedMB":80,"initDurationMs":101.25},\
            "status":"success"}}""";

    @Test
    void aWarmInvocationHasNoStart() {
        ReportLine report = ReportLine.find("START RequestId: 1-2\nEND RequestId: 1-2\n" + WARM + "\t\n")
                .orElseThrow();

        assertThat(report.durationMs()).isEqualTo(469.40);
        assertThat(report.billedMs()).isEqualTo(500);
        assertThat(report.memorySizeMb()).isEqualTo(1024);
        assertThat(report.maxMemoryUsedMb()).hasValue(21);
        assertThat(report.startMs()).isEmpty();
    }

    @Test
    void aColdInvocationTellsHowLongTheStartTook() {
        ReportLine report =
                ReportLine.find(WARM + "\tInit Duration: 100.99 ms\t\n").orElseThrow();

        assertThat(report.startMs()).hasValue(100.99);
        assertThat(report.billedMs()).isEqualTo(500);
    }

    @Test
    void aRestoreCountsAsAStartAndIsBilledOnTop() {
        ReportLine report = ReportLine.find(WARM + "\tRestore Duration: 474.16 ms\tBilled Restore Duration: 75 ms\t\n")
                .orElseThrow();

        assertThat(report.startMs()).hasValue(474.16);
        assertThat(report.billedMs()).isEqualTo(575);
    }

    @Test
    void theJsonFormIsReadAmongOtherLines() {
        ReportLine report = ReportLine.find("{\"level\":\"INFO\",\"message\":\"platform.report soon\"}\nplain text\n"
                        + JSON + "\n{\"type\":\"platform.runtimeDone\"}\n")
                .orElseThrow();

        assertThat(report.durationMs()).isEqualTo(12.5);
        assertThat(report.billedMs()).isEqualTo(13);
        assertThat(report.startMs()).hasValue(101.25);
        assertThat(report.status()).isEqualTo("success");
    }

    @Test
    void aFirstLineThatWasCutOffDoesNotMatter() {
        assertThat(ReportLine.find("ration\":3}}\n" + WARM)).isPresent();
        assertThat(ReportLine.find("questId: 1-2\tDuration: 3.00 ms\tBilled Duration: 3 ms\tMemory Size: 128 MB"))
                .get()
                .satisfies(report -> assertThat(report.maxMemoryUsedMb()).isEmpty());
    }

    @Test
    void aReportThatWasCutOffIsNone() {
        assertThat(ReportLine.find("ation: 3.00 ms\tBilled Duration: 3 ms\tMemory Size: 128 MB"))
                .isEmpty();
        assertThat(ReportLine.find(JSON.substring(10))).isEmpty();
    }

    @Test
    void whatTheFunctionItselfPrintsIsNotTakenForTheReport() {
        String own = "REPORT RequestId: x\tDuration: 1.00 ms\tBilled Duration: 1 ms\n";

        assertThat(ReportLine.find(own + WARM + "\n").orElseThrow().billedMs()).isEqualTo(500);
    }

    @Test
    void atHigherLogLevelsThereIsNone() {
        assertThat(ReportLine.find("")).isEmpty();
        assertThat(ReportLine.find("something the function said\n")).isEmpty();
    }

    @Test
    void aTimeOutSaysSo() {
        assertThat(ReportLine.find(WARM + "\tStatus: timeout").orElseThrow().status())
                .isEqualTo("timeout");
        assertThat(ReportLine.find(WARM + "\tStatus: error\tError Type: Runtime.OutOfMemory")
                        .orElseThrow()
                        .errorType())
                .isEqualTo("Runtime.OutOfMemory");
    }
}
