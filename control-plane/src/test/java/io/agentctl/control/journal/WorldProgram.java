package io.agentctl.control.journal;

import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.Boundaries;
import io.agentctl.control.testing.BoundaryJournal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/**
 * Runs, resumes or undoes an operation on a {@link FileWorld}, to be killed at it. Its handlers pass a boundary before
 * and after each act.
 */
final class WorldProgram {

    private WorldProgram() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[1]);
        Boundaries boundaries = Boundaries.ofThisProcess();
        Journal journal = new BoundaryJournal(new FileJournal(directory.resolve("journal")), boundaries);
        List<Watched> handlers = new FileWorld(directory)
                .handlers().stream()
                        .map(handler -> new Watched(handler, boundaries))
                        .toList();
        OperationRunner runner = new OperationRunner(
                journal,
                handlers,
                Clock.systemUTC(),
                new Random(),
                LocalProcesses.current(),
                () -> Operations.HERE,
                LeaseSettings.standard());
        ProgressListener silent = ProgressListener.SILENT;
        switch (arguments[0]) {
            case "run" -> runner.run(RunnerBench.shrink(), silent);
            case "resume" -> runner.resume(newest(journal), silent);
            case "undo" -> runner.undo(newest(journal), UndoMode.CAREFUL, silent);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static OperationId newest(Journal journal) {
        return journal.newestFirst().findFirst().orElseThrow().id();
    }

    private record Watched(ActionHandler handler, Boundaries boundaries) implements ActionHandler {
        @Override
        public String type() {
            return handler.type();
        }

        @Override
        public Outcome perform(Action action, StepContext context) {
            boundaries.pass("before " + type());
            Outcome outcome = handler.perform(action, context);
            boundaries.pass("after " + type());
            return outcome;
        }
    }
}
