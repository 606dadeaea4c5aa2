package io.agentctl.control.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.Liveness;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.Owner;
import io.agentctl.control.journal.Step;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsUseCasesTest {

    private static final Target HERE = new Target("test", "123456789012", "eu-central-1");
    private static final ProgressListener SILENT = ProgressListener.SILENT;

    @TempDir
    Path directory;

    private Journal journal;
    private OperationRunner runner;
    private boolean throttled;

    @BeforeEach
    void prepare() {
        journal = new FileJournal(directory);
        runner = runnerOf(LocalProcesses.current());
    }

    private OperationRunner runnerOf(Owner owner) {
        ActionHandler handler = new ActionHandler() {
            @Override
            public String type() {
                return "light";
            }

            @Override
            public Outcome perform(Action action, StepContext context) {
                if (throttled) {
                    throw new AgentctlException(ErrorCode.THROTTLED, "slow down", "");
                }
                return Outcome.with("seen", "y".repeat(500));
            }
        };
        return new OperationRunner(
                journal,
                List.of(handler),
                Clock.systemUTC(),
                new Random(),
                owner,
                () -> HERE,
                LeaseSettings.standard());
    }

    private OperationId switchOn(String lamp) {
        return switchOn(runner, lamp);
    }

    private static OperationId switchOn(OperationRunner runner, String lamp) {
        Step first = Step.change(
                "switch on",
                Action.of("light", Map.of("to", "on")),
                Action.of("light", Map.of("to", "off", "manual", "z".repeat(5000))));
        Step second = Step.change(
                "brighten", Action.of("light", Map.of("to", "bright")), Action.of("light", Map.of("to", "dim")));
        OperationDraft draft = new OperationDraft(
                "light on",
                new ResourceId("lamp", lamp),
                HERE,
                "off to bright",
                List.of(first, second, Step.check("look", Action.of("light", Map.of()))));
        return runner.run(draft, SILENT).id();
    }

    private OperationDetails show(Optional<OperationId> id) {
        Liveness liveness = new Liveness(Clock.systemUTC(), LeaseSettings.standard());
        return new ShowOperation(journal, liveness, LocalProcesses.current().user(), () -> HERE)
                .run(new ShowOperation.Request(id), SILENT);
    }

    private OperationEnded undo(OperationId id) {
        return new UndoOperation(journal, runner).run(new UndoOperation.Request(id, UndoMode.CAREFUL), SILENT);
    }

    private ListOperations.Result list(int limit, Optional<ResourceId> resource, Set<OperationState> states) {
        return new ListOperations(journal).run(new ListOperations.Request(limit, resource, states), SILENT);
    }

    @Test
    void theNewestAreListedAndSaidToBeNotAll() {
        switchOn("hall");
        OperationId kitchen = switchOn("kitchen");

        ListOperations.Result found = list(1, Optional.empty(), Set.of());

        assertThat(found.operations()).extracting(OperationLine::id).containsExactly(kitchen.value());
        assertThat(found.more()).isTrue();
        OperationLine line = found.operations().getFirst();
        assertThat(line.summary()).isEqualTo("off to bright");
        assertThat(line.state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(line.owner()).isEqualTo(LocalProcesses.current().toString());
        assertThat(line.updatedAt()).isAfterOrEqualTo(line.startedAt());
    }

    @Test
    void aListIsNarrowedByResourceAndState() {
        OperationId hall = switchOn("hall");
        OperationId kitchen = switchOn("kitchen");
        undo(kitchen);

        assertThat(list(9, Optional.of(new ResourceId("lamp", "hall")), Set.of())
                        .operations())
                .extracting(OperationLine::id)
                .containsExactly(hall.value());
        assertThat(list(9, Optional.empty(), Set.of(OperationState.UNDONE)).operations())
                .extracting(OperationLine::id)
                .containsExactly(kitchen.value());
        assertThat(list(2, Optional.empty(), Set.of()).more()).isFalse();
    }

    @Test
    void showingTellsWhatUndoWouldDo() {
        OperationDetails details = show(Optional.of(switchOn("hall")));

        assertThat(details.undo())
                .extracting(OperationDetails.InverseLine::step)
                .containsExactly("brighten", "switch on");
        assertThat(details.undo().getFirst().arguments()).isEqualTo(Map.of("to", "dim"));
        assertThat(details.steps())
                .extracting(OperationDetails.StepLine::changes)
                .containsExactly(true, true, false);
        assertThat(details.advice())
                .isEqualTo("agentctl ops undo " + details.operation().id() + " puts it back");
    }

    @Test
    void longValuesAreNotShown() {
        OperationDetails details = show(Optional.of(switchOn("hall")));

        assertThat(details.undo().getLast().arguments()).containsEntry("manual", "(5000 characters)");
        assertThat(details.steps().getFirst().outcome()).containsEntry("seen", "(500 characters)");
    }

    @Test
    void withoutAnIdTheUsersNewestThatCanBeUndoneIsShown() {
        OperationId hall = switchOn("hall");
        OperationId kitchen = switchOn("kitchen");
        Owner me = LocalProcesses.current();
        switchOn(runnerOf(new Owner("somebody else", me.host(), me.pid(), me.machine(), me.bornAt())), "cellar");

        assertThat(show(Optional.empty()).operation().id()).isEqualTo(kitchen.value());
        undo(kitchen);
        assertThat(show(Optional.empty()).operation().id()).isEqualTo(hall.value());
        undo(hall);
        AgentctlException nothing = catchThrowableOfType(AgentctlException.class, () -> show(Optional.empty()));
        assertThat(nothing.code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void undoingTellsWhetherItActed() {
        OperationId id = switchOn("hall");

        assertThat(undo(id).acted()).isTrue();
        OperationEnded again = undo(id);

        assertThat(again.acted()).isFalse();
        assertThat(again.operation().state()).isEqualTo(OperationState.UNDONE);
    }

    @Test
    void whatStoppedIsResumed() {
        throttled = true;
        assertThatThrownBy(() -> switchOn("hall")).hasMessageContaining("slow down");
        OperationDetails stopped = show(Optional.empty());
        OperationId id = new OperationId(stopped.operation().id());
        assertThat(stopped.advice()).isEqualTo("agentctl ops resume " + id + ", or agentctl ops undo " + id);

        throttled = false;
        ResumeOperation resume = new ResumeOperation(journal, runner);
        OperationEnded ended = resume.run(new ResumeOperation.Request(id), SILENT);

        assertThat(ended.acted()).isTrue();
        assertThat(ended.operation().state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(resume.run(new ResumeOperation.Request(id), SILENT).acted()).isFalse();
    }

    @Test
    void anUnknownOperationIsNotFound() {
        AgentctlException unknown = catchThrowableOfType(
                AgentctlException.class, () -> show(Optional.of(new OperationId("op-20261124-031502-k7qdm"))));

        assertThat(unknown.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(unknown.advice()).contains("agentctl ops list");
    }
}
