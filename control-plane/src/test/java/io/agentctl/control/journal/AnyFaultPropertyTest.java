package io.agentctl.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever fails, before or after it took effect: what the journal says of the world is true. */
class AnyFaultPropertyTest {

    /** What becomes of one call of a handler. */
    enum Fate {
        FINE,
        DENIED,
        THROTTLED,
        /** It takes effect, and then the answer is lost. */
        LOST,
        /** It takes effect, and then our code fails. */
        BROKEN
    }

    private final Map<String, String> world = new HashMap<>(Map.of("size", "large", "count", "4"));

    @Property(tries = 500)
    void theJournalAgreesWithTheWorld(@ForAll @Size(max = 8) List<Fate> run, @ForAll @Size(max = 8) List<Fate> next) {
        world.putAll(Map.of("size", "large", "count", "4"));
        MemoryJournal fresh = new MemoryJournal();
        tryIt(() -> runner(fresh, run).run(RunnerBench.shrink(), ProgressListener.SILENT));
        Operation operation = fresh.newestFirst().findFirst().orElseThrow();
        assertTrue(operation);

        tryIt(() -> runner(fresh, next).resume(operation.id(), ProgressListener.SILENT));
        assertTrue(fresh.find(operation.id()).orElseThrow());

        tryIt(() -> runner(fresh, next.reversed()).undo(operation.id(), UndoMode.CAREFUL, ProgressListener.SILENT));
        assertTrue(fresh.find(operation.id()).orElseThrow());

        Operation end = runner(fresh, List.of()).undo(operation.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
        assertThat(end.state()).isIn(OperationState.UNDONE, OperationState.FAILED, OperationState.ROLLED_BACK);
        assertTrue(end);
        assertThat(fresh.holder(Operations.HERE, Operations.API)).isEmpty();
    }

    private void assertTrue(Operation operation) {
        switch (operation.state()) {
            case SUCCEEDED, UNVERIFIED -> assertThat(world).isEqualTo(Map.of("size", "small", "count", "2"));
            case FAILED, ROLLED_BACK, UNDONE -> assertThat(world).isEqualTo(Map.of("size", "large", "count", "4"));
            case INTERRUPTED -> operation.steps().forEach(this::assertTrue);
            case RUNNING, UNDOING -> throw new AssertionError("nobody is at work on " + operation);
        }
    }

    private void assertTrue(Step step) {
        step.wayBack().ifPresent(inverse -> {
            String found = world.get(inverse.argument("name"));
            switch (step.state()) {
                case PENDING, UNDONE -> assertThat(found).isEqualTo(inverse.argument("value"));
                case DONE, STARTED -> assertThat(found).isIn(inverse.argument("set"), inverse.argument("value"));
            }
        });
    }

    private static void tryIt(Runnable act) {
        try {
            act.run();
        } catch (AgentctlException failure) {
            assertThat(failure.getMessage()).isNotBlank();
        }
    }

    private OperationRunner runner(Journal in, List<Fate> fates) {
        Iterator<Fate> coming = fates.iterator();
        List<ActionHandler> handlers = new ArrayList<>();
        for (String type : List.of("world.set", "world.put-back", "world.expect")) {
            handlers.add(new FileWorld.Handler(
                    type, (action, context) -> perform(action, coming.hasNext() ? coming.next() : Fate.FINE)));
        }
        return new OperationRunner(
                in,
                handlers,
                Clock.systemUTC(),
                new Random(),
                LocalProcesses.current(),
                () -> Operations.HERE,
                LeaseSettings.standard());
    }

    private Outcome perform(Action action, Fate fate) {
        switch (fate) {
            case DENIED -> throw new AgentctlException(ErrorCode.NOT_ALLOWED, "denied", "");
            case THROTTLED -> throw new AgentctlException(ErrorCode.THROTTLED, "slow down", "");
            case FINE, LOST, BROKEN -> act(action);
        }
        return switch (fate) {
            case LOST -> throw new AgentctlException(ErrorCode.UNREACHABLE, "no answer", "");
            case BROKEN -> throw new IllegalStateException("broken");
            case FINE, DENIED, THROTTLED -> Outcome.done();
        };
    }

    private void act(Action action) {
        if (!action.type().equals("world.expect")) {
            world.put(action.argument("name"), action.argument("value"));
        }
    }
}
