package io.agentctl.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.StepState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.ops.OperationDetails;
import io.agentctl.control.ops.OperationDetails.InverseLine;
import io.agentctl.control.ops.OperationDetails.StepLine;
import io.agentctl.control.ops.OperationEnded;
import io.agentctl.control.ops.OperationLine;
import io.agentctl.control.ops.ResumeOperation;
import io.agentctl.control.ops.ShowOperation;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.plan.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

class OpsCommandsTest {

    private static final String ID = "op-20261124-031502-k7qdm";

    private final CommandBench bench = new CommandBench();
    private final List<Object> asked = new ArrayList<>();

    private static OperationLine line(OperationState state) {
        return new OperationLine(
                ID,
                "ecs rightsize",
                new ResourceId("ecs-service", "main/api"),
                "123456789012",
                "eu-central-1",
                "2048/4096 to 1024/2048",
                state,
                "alice@laptop (pid 4711)",
                Instant.parse("2026-11-24T03:15:02.123Z"),
                Instant.parse("2026-11-24T03:18:40.5Z"),
                state == OperationState.INTERRUPTED ? "slow down" : "");
    }

    private static OperationDetails details(OperationState state) {
        boolean toPutBack = state != OperationState.UNDONE;
        StepLine step = new StepLine(
                "update the service",
                toPutBack ? StepState.DONE : StepState.UNDONE,
                true,
                true,
                new TreeMap<>(Map.of("deployment", "d-1")));
        InverseLine inverse =
                new InverseLine("update the service", "ecs.restore-service", new TreeMap<>(Map.of("to", "api:7")));
        return new OperationDetails(
                line(state),
                OperationState.SUCCEEDED,
                Instant.EPOCH,
                List.of(step),
                toPutBack ? List.of(inverse) : List.of(),
                toPutBack ? "agentctl ops undo " + ID + " puts it back" : "");
    }

    private UseCase<ShowOperation.Request, OperationDetails> showing(OperationState state) {
        return (request, progress) -> {
            asked.add(request);
            return details(state);
        };
    }

    private OpsUndo undo(OperationState state) {
        return new OpsUndo(showing(state), (request, progress) -> {
            asked.add(request);
            return new OperationEnded(line(OperationState.UNDONE), true);
        });
    }

    private OpsResume resume(OperationState state) {
        return new OpsResume(showing(state), (request, progress) -> {
            asked.add(request);
            return new OperationEnded(line(OperationState.SUCCEEDED), true);
        });
    }

    private OpsList list(boolean more) {
        return new OpsList((request, progress) -> {
            asked.add(request);
            return new ListOperations.Result(List.of(line(OperationState.ROLLED_BACK)), more);
        });
    }

    @Test
    void listPrintsATable() {
        assertThat(bench.run(list(true))).isZero();

        assertThat(bench.out())
                .isEqualTo(
                        """
                        ID                        STATE        KIND           RESOURCE              SUMMARY                 STARTED
                        op-20261124-031502-k7qdm  rolled-back  ecs rightsize  ecs-service:main/api  2048/4096 to 1024/2048  2026-11-24T03:15:02Z
                        """);
        assertThat(bench.talk()).contains("There are more; see --limit.");
        assertThat(asked).containsExactly(new ListOperations.Request(20, Optional.empty(), Set.of()));
    }

    @Test
    void listIsNarrowed() {
        bench.run(list(false), "-n", "5", "--resource", "ecs-service:main/api", "--state", "rolled-back,running");

        assertThat(asked)
                .containsExactly(new ListOperations.Request(
                        5,
                        Optional.of(new ResourceId("ecs-service", "main/api")),
                        Set.of(OperationState.ROLLED_BACK, OperationState.RUNNING)));
    }

    @Test
    void listPrintsJson() {
        bench.json().run(list(false));

        assertThat(bench.out())
                .startsWith("{\n  \"schemaVersion\": 1,\n  \"operations\": [")
                .contains("\"id\": \"" + ID + "\"", "\"state\": \"rolled-back\"", "\"more\": false");
    }

    @Test
    void whatIsNoStateOrResourceOrIdIsRefused() {
        assertThatThrownBy(() -> bench.run(list(false), "--state", "broken"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("rolled-back");
        assertThatThrownBy(() -> bench.run(list(false), "--resource", "api"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("ecs-service:main/api");
        assertThatThrownBy(() -> bench.run(resume(OperationState.INTERRUPTED), "op-1"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("agentctl ops list");
        assertThatThrownBy(() -> bench.run(list(false), "--limit", "0"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("at least 1");
        assertThat(asked).isEmpty();
    }

    @Test
    void showPrintsStepsAndWhatUndoWouldDo() {
        assertThat(bench.run(new OpsShow(showing(OperationState.INTERRUPTED)), ID))
                .isZero();

        assertThat(bench.out())
                .isEqualTo(
                        """
                        op-20261124-031502-k7qdm, ecs rightsize: 2048/4096 to 1024/2048
                        On ecs-service:main/api in account 123456789012, region eu-central-1.
                        interrupted: slow down
                        Begun 2026-11-24T03:15:02Z, last written 2026-11-24T03:18:40Z by alice@laptop (pid 4711).

                        STEP                STATE  FOUND
                        update the service  done   deployment=d-1

                        Undoing it would, in this order:
                        PUT BACK            BY                   WITH
                        update the service  ecs.restore-service  to=api:7

                        Next: agentctl ops undo op-20261124-031502-k7qdm puts it back
                        """);
    }

    @Test
    void undoShowsAsksAndActs() {
        int code = bench.answering("y").run(undo(OperationState.SUCCEEDED), ID);

        assertThat(code).isZero();
        assertThat(bench.talk()).contains("Undoing it would, in this order:", "Undo " + ID + " on main/api? [y/N]");
        assertThat(bench.out()).isEqualTo("undone: " + ID + " on main/api: 2048/4096 to 1024/2048\n");
        assertThat(asked)
                .containsExactly(
                        new ShowOperation.Request(Optional.of(new OperationId(ID))),
                        new UndoOperation.Request(new OperationId(ID), UndoMode.CAREFUL));
    }

    @Test
    void undoWithoutAnIdActsOnWhatItHasShown() {
        bench.yes().run(undo(OperationState.SUCCEEDED), "--force");

        assertThat(asked)
                .containsExactly(
                        new ShowOperation.Request(Optional.empty()),
                        new UndoOperation.Request(new OperationId(ID), UndoMode.FORCED));
    }

    @Test
    void undoThatIsDeclinedOrCannotAskDoesNothing() {
        assertThatThrownBy(() -> bench.answering("n").run(undo(OperationState.SUCCEEDED), ID))
                .isInstanceOf(AgentctlException.class);
        assertThatThrownBy(() -> new CommandBench().run(undo(OperationState.SUCCEEDED), ID))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining("must be confirmed");

        assertThat(asked).hasOnlyElementsOfType(ShowOperation.Request.class);
    }

    @Test
    void undoPreviewsWithoutActing() {
        assertThat(bench.dryRun().run(undo(OperationState.SUCCEEDED), ID)).isZero();

        assertThat(bench.out()).contains("Undoing it would, in this order:");
        assertThat(asked).hasOnlyElementsOfType(ShowOperation.Request.class);
    }

    @Test
    void whatIsUndoneIsNotAskedAbout() {
        assertThat(bench.run(undo(OperationState.UNDONE), ID)).isZero();

        assertThat(bench.out()).contains("undone");
        assertThat(asked).hasOnlyElementsOfType(ShowOperation.Request.class);
    }

    @Test
    void resumeShowsAsksAndActs() {
        assertThat(bench.answering("yes").run(resume(OperationState.INTERRUPTED), ID))
                .isZero();

        assertThat(bench.talk()).contains("Resume " + ID + " on main/api? [y/N]");
        assertThat(bench.out()).startsWith("succeeded: " + ID);
        assertThat(asked).contains(new ResumeOperation.Request(new OperationId(ID)));
    }

    @Test
    void whatIsOverIsNotResumed() {
        assertThat(bench.run(resume(OperationState.SUCCEEDED), ID)).isZero();

        assertThat(asked).hasOnlyElementsOfType(ShowOperation.Request.class);
    }
}
