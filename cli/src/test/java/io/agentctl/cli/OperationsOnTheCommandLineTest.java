package io.agentctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.Owner;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal is read without AWS, wherever it is kept in files. */
class OperationsOnTheCommandLineTest {

    private static final OperationId ID = new OperationId("op-20261124-031502-k7qdm");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter talk = new StringWriter();

    @BeforeEach
    void writeAnOperation() throws IOException {
        Files.writeString(folder.resolve("agentctl.yaml"), "project: acme\nregion: eu-central-1\njournal: file\n");
        Step step = Step.change(
                "update the service", Action.of("ecs.x", Map.of()), Action.of("ecs.y", Map.of("to", "api:7")));
        OperationDraft draft = new OperationDraft(
                "ecs rightsize",
                new ResourceId("ecs-service", "main/api"),
                new Target("prod", "123456789012", "eu-central-1"),
                "2048/4096 to 1024/2048",
                List.of(step));
        Instant start = Instant.parse("2026-11-24T03:15:02Z");
        Owner owner = new Owner("alice", "laptop", 4711, "", start);
        FileJournal journal = new FileJournal(folder.resolve("state/agentctl/journal"));
        Operation begun = journal.begin(Operation.begun(draft, ID, owner, start, start));
        journal.save(begun.in(OperationState.INTERRUPTED, "slow down"));
    }

    private int run(String... arguments) {
        Map<String, String> environment = Map.of(
                "HOME",
                folder.toString(),
                "XDG_STATE_HOME",
                folder.resolve("state").toString());
        Surroundings surroundings = new Surroundings(
                environment,
                folder,
                folder,
                Streams.NONE,
                new BufferedReader(new StringReader("")),
                new PrintWriter(out),
                new PrintWriter(talk),
                Cancellation::never);
        return Application.of(surroundings).run(arguments);
    }

    @Test
    void operationsAreListed() {
        assertThat(run("ops", "list", "--state", "interrupted"))
                .as(talk.toString())
                .isZero();

        assertThat(out.toString()).contains(ID.value(), "interrupted", "ecs-service:main/api");
    }

    @Test
    void anOperationIsShownAsJson() {
        assertThat(run("ops", "show", ID.value(), "-o", "json"))
                .as(talk.toString())
                .isZero();

        assertThat(out.toString())
                .startsWith("{\n  \"schemaVersion\": 1,")
                .contains(
                        "\"resource\": \"ecs-service:main/api\"", "\"goal\": \"succeeded\"", "\"state\": \"pending\"");
    }

    @Test
    void anUnknownOperationIsNamedWithWhatToDo() {
        assertThat(run("ops", "show", "op-20200101-000000-22222")).isEqualTo(1);

        assertThat(talk.toString()).contains("there is no operation op-20200101-000000-22222", "agentctl ops list");
    }

    @Test
    void aWrongStateIsAUsageMistake() {
        assertThat(run("ops", "list", "--state", "broken")).isEqualTo(64);

        assertThat(talk.toString()).contains("'broken' is not one of running, interrupted");
    }
}
