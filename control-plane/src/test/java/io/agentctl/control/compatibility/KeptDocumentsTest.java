package io.agentctl.control.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.lambda.report.SweepReportReader;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResultReader;
import io.agentctl.control.performance.history.FolderHistory;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.PlanDocument;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import io.agentctl.control.windows.state.FileStates;
import io.agentctl.control.windows.state.ServiceState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents that version 1 wrote, kept as it wrote them: docs/upgrading.md says how. They are never made anew; a later
 * version must read them with the same meaning.
 */
class KeptDocumentsTest {

    private static final String JOURNAL = "journal/operations/op-20261201-120851-bdkkw.json";
    private static final String STATE = "windows/111122223333-us-east-1/agent-runtime/governance-sync.json";
    private static final String LOAD = "history/2026-12-01T12-10-10.898051089Z-ad-hoc-7a1de1d3.json";
    private static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1");
    private static final ServiceName SYNC = new ServiceName("agent-runtime", "governance-sync");

    @TempDir
    private Path folder;

    @Test
    void aSavedPlanStillSaysWhatItChanges() throws IOException {
        Plan plan = PlanDocument.read("plan.json", text("plan.json"));

        assertThat(plan.target()).isEqualTo(TARGET);
        assertThat(plan.resources()).hasSize(1);
        assertThat(plan.resources().getFirst().fingerprint()).isEqualTo("sha256:145ac2916a18748326aca993");
        assertThat(plan.resources().getFirst().changes())
                .extracting(change -> change.field() + " " + change.from() + " to " + change.to())
                .containsExactly("task-size 2048/4096 to 1024/3072", "desired-count 4 to 3");
        assertThat(plan.monthly()).hasToString("-$170.47");
    }

    @Test
    void anOperationOfTheJournalCanStillBeUndone() throws IOException {
        Operation operation = new FileJournal(placed(JOURNAL, text(JOURNAL)).resolve("journal"))
                .find(new OperationId("op-20261201-120851-bdkkw"))
                .orElseThrow();

        assertThat(operation.state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(operation.resource()).isEqualTo(ResourceId.parse("ecs-service:agent-runtime/api"));
        assertThat(operation.stepsToPutBack())
                .extracting(step -> step.wayBack().orElseThrow().type())
                .contains("ecs.restore-service", "ecs.retire-task-definition");
    }

    @Test
    void aServiceThatSleepsIsStillRemembered() throws IOException {
        ServiceState state = new FileStates(placed(STATE, text(STATE)).resolve("windows")).of(TARGET, SYNC);

        assertThat(state.asleep().orElseThrow().original().desired()).isEqualTo(1);
        assertThat(state.wish().reason()).isEqualTo("rehearsal");
        assertThat(state.version()).isEqualTo(2);
    }

    @Test
    void aSweepStillAdvises() throws IOException {
        SweepReport report = SweepReportReader.read("sweep.json", text("sweep.json"));

        assertThat(report.function()).isEqualTo("agent-runtime-governance");
        assertThat(report.advised().orElseThrow().memory()).isEqualTo(512);
        assertThat(report.sizes()).hasSize(2);
    }

    @Test
    void aLoadIsStillAResultOfTheHistory() throws IOException {
        FolderHistory history = new FolderHistory(placed(LOAD, text(LOAD)).resolve("history"));

        assertThat(history.read().passedOver()).isEmpty();
        LoadResult result = history.read().results().getFirst().result();
        assertThat(result.total().counts().sent()).isEqualTo(60);
        assertThat(result.total().latency().p99()).isEqualTo(164.479);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.json", "sweep.json", JOURNAL, STATE, LOAD})
    void whatALaterVersionWroteIsRefusedAndTheReaderIsToldToUpgrade(String sample) throws IOException {
        String later = text(sample).replaceFirst("\"schemaVersion\"( ?): 1,", "\"schemaVersion\"$1: 2,");

        assertThatThrownBy(() -> read(sample, later))
                .hasMessageContaining("was written by a newer agentctl (schemaVersion 2; this one reads up to 1)")
                .extracting("advice")
                .asString()
                .contains("Upgrade");
    }

    /** Whoever does not know a field of a plan does not know what the plan does; of others it is passed over. */
    @ParameterizedTest
    @ValueSource(strings = {"sweep.json", JOURNAL, STATE, LOAD})
    void aFieldThatIsNotKnownIsPassedOver(String sample) throws IOException {
        read(sample, withStranger(sample));
    }

    @Test
    void aFieldOfAPlanThatIsNotKnownIsRefused() throws IOException {
        String strange = text("plan.json").replaceFirst("\"fingerprint\"", "\"stranger\": 1, \"fingerprint\"");

        assertThatThrownBy(() -> PlanDocument.read("plan.json", strange)).hasMessageContaining("stranger");
    }

    private static String withStranger(String sample) throws IOException {
        return text(sample)
                .replaceFirst("\"schemaVersion\"( ?): 1,", "\"schemaVersion\"$1: 1, \"stranger\": {\"a\": 1},");
    }

    private void read(String sample, String text) throws IOException {
        switch (sample) {
            case "plan.json" -> PlanDocument.read(sample, text);
            case "sweep.json" -> SweepReportReader.read(sample, text);
            case LOAD -> LoadResultReader.read(sample, text);
            case JOURNAL ->
                new FileJournal(placed(sample, text).resolve("journal"))
                        .find(new OperationId("op-20261201-120851-bdkkw"));
            case STATE -> new FileStates(placed(sample, text).resolve("windows")).of(TARGET, SYNC);
            default -> throw new IllegalArgumentException(sample);
        }
    }

    private Path placed(String sample, String text) throws IOException {
        Path file = folder.resolve(sample);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return folder;
    }

    private static String text(String sample) throws IOException {
        try (var stream = KeptDocumentsTest.class.getResourceAsStream("/io/agentctl/control/v1/" + sample)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
