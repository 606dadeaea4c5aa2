package io.agentctl.control.remote;

import io.agentctl.control.UseCase;
import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Manner;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A use case that a control plane carries out. Progress and result are those it would have had here. A connection that
 * breaks is made anew and the run followed on from the last event that was heard; asking for it again with the same key
 * runs nothing twice.
 *
 * @param <Q> the request
 * @param <R> the result
 */
public final class RemoteUseCase<Q, R> implements UseCase<Q, R> {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration TOLD_AFTER = Duration.ofSeconds(2);

    /** How a control plane refuses a use case or a request that its version does not know. */
    private static final Set<ErrorCode> UNKNOWN_THERE = Set.of(ErrorCode.NOT_FOUND, ErrorCode.BAD_DOCUMENT);

    private final NamedUseCase<Q, R> useCase;
    private final ControlPlane plane;
    private final Manner manner;
    private final Duration patience;

    /**
     * Makes it and calls nothing.
     *
     * @param patience how long a control plane may be out of reach before its caller gives up
     */
    public RemoteUseCase(NamedUseCase<Q, R> useCase, ControlPlane plane, Manner manner, Duration patience) {
        this.useCase = useCase;
        this.plane = plane;
        this.manner = manner;
        this.patience = patience;
    }

    @Override
    public R run(Q request, ProgressListener progress) {
        RunRequest wanted = new RunRequest(RecordTree.SCHEMA_VERSION, useCase.name(), RecordTree.of(request), manner);
        RunView over = new Following(wanted, progress).toTheEnd();
        return switch (over.state()) {
            case SUCCEEDED -> result(over);
            case FAILED -> throw over.failure().orElseThrow().exception();
            case WAITING, RUNNING -> throw new IllegalStateException("not over: " + over);
        };
    }

    private R result(RunView over) {
        try {
            return RecordReader.read(over.result().orElseThrow(), useCase.result());
        } catch (MisplacedException other) {
            throw plane.otherVersion(other);
        }
    }

    /** One run from the asking to the end. */
    private final class Following {

        private final String key = UUID.randomUUID().toString();
        private final RunRequest wanted;
        private final ProgressListener progress;
        private final Cancellation cancellation;
        private Optional<RunView> run = Optional.empty();
        private long seen;
        private boolean waits;
        private boolean told;
        private long silentSince = System.nanoTime();
        private Duration pause = FIRST_PAUSE;

        Following(RunRequest wanted, ProgressListener progress) {
            this.wanted = wanted;
            this.progress = progress;
            this.cancellation = progress.cancellation();
        }

        RunView toTheEnd() {
            Thread canceller = Thread.ofVirtual().start(this::cancelWhenAsked);
            try {
                while (true) {
                    Optional<RunView> over = attempt();
                    if (over.isPresent()) {
                        return over.get();
                    }
                }
            } finally {
                canceller.interrupt();
            }
        }

        /** The end, if the connection lasts until then. */
        private Optional<RunView> attempt() {
            try {
                RunView now = begun();
                heard();
                if (now.state().over()) {
                    return Optional.of(now);
                }
                if (cancellation.requested()) {
                    tellToStop();
                }
                Optional<RunView> over;
                try (EventStream events = plane.follow(now.id(), seen)) {
                    over = follow(events);
                }
                if (over.isEmpty()) {
                    pauseAfter(new IOException("it ended its answer before " + now.id() + " was over"));
                }
                return over;
            } catch (IOException cut) {
                pauseAfter(cut);
                return Optional.empty();
            } catch (AgentctlException refused) {
                return after(refused);
            }
        }

        /** What passes is waited for; what was begun goes on without whoever may not look any more. */
        private Optional<RunView> after(AgentctlException refused) {
            if (lost(refused)) {
                synchronized (this) {
                    run = Optional.empty();
                }
                seen = 0;
            } else if (refused.code() == ErrorCode.NOT_FOUND && run.isPresent()) {
                throw new AgentctlException(
                        ErrorCode.INTERRUPTED,
                        plane + " knows " + useCase.name() + " no more, which it carried out as "
                                + run.get().id() + ": it was started anew, and keeps what is asked of it in memory",
                        "What it had begun is in the journal: agentctl ops list",
                        null,
                        refused);
            } else if (refused.code() == ErrorCode.NOT_SIGNED_IN && run.isPresent()) {
                throw new AgentctlException(
                        ErrorCode.NOT_SIGNED_IN,
                        refused.getMessage() + "; " + goesOn(),
                        refused.advice() + " Then look at it: agentctl ops list",
                        null,
                        refused);
            } else if (run.isEmpty() && UNKNOWN_THERE.contains(refused.code())) {
                throw plane.notUnderstood(refused);
            } else if (refused.code() != ErrorCode.THROTTLED) {
                throw refused;
            }
            pauseAfter(new IOException(refused.getMessage(), refused));
            return Optional.empty();
        }

        private RunView begun() throws IOException {
            RunView now = run.isPresent() ? plane.find(run.get().id()) : plane.begin(wanted, key);
            synchronized (this) {
                run = Optional.of(now);
            }
            return now;
        }

        private Optional<RunView> follow(EventStream events) throws IOException {
            for (Optional<RunEvent> event = events.next(); event.isPresent(); event = events.next()) {
                heard();
                switch (event.get()) {
                    case RunEvent.Progressed progressed -> {
                        seen = progressed.number();
                        progress.on(progressed.event());
                    }
                    case RunEvent.Turned turned -> {
                        if (turned.run().state().over()) {
                            return Optional.of(turned.run());
                        }
                        turned.run().waitsFor().ifPresent(what -> waits(turned.run(), what));
                    }
                }
            }
            return Optional.empty();
        }

        /** Whoever is to agree has to be told what to type. */
        private void waits(RunView waiting, String what) {
            if (!waits) {
                waits = true;
                progress.say(useCase.name() + " waits for " + what
                        + ".\nSomebody else who may agrees with: agentctl ops" + " approvals approve " + waiting.id());
            }
        }

        /** What only looks is kept by the instance that ran it; if that is gone, another one looks again. */
        private boolean lost(AgentctlException refused) {
            return refused.code() == ErrorCode.NOT_FOUND
                    && run.isPresent()
                    && useCase.access() == Access.READ
                    && !run.get().state().over();
        }

        private void heard() {
            silentSince = System.nanoTime();
            pause = FIRST_PAUSE;
            told = false;
        }

        /** A short silence is nobody's concern; who would wait for a minute wants to know for what. */
        private void tellOfSilence(IOException cut) {
            if (!told && System.nanoTime() - silentSince > TOLD_AFTER.toNanos()) {
                told = true;
                progress.say(plane + " does not answer (" + cut.getMessage() + "); it is asked again for "
                        + patience.toSeconds() + " s");
            }
        }

        private void pauseAfter(IOException cut) {
            boolean stopped = !Cancellation.never().sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            if (stopped || System.nanoTime() - silentSince > patience.toNanos() || cancellation.requested()) {
                throw gaveUp(cut);
            }
            tellOfSilence(cut);
        }

        private AgentctlException gaveUp(IOException cut) {
            if (run.isEmpty()) {
                return plane.unreachable(cut);
            }
            return new AgentctlException(
                    ErrorCode.STILL_RUNNING,
                    plane + " cannot be reached any more (" + cut.getMessage() + "); " + goesOn(),
                    "Look at it once it can be reached again: agentctl ops list",
                    null,
                    cut);
        }

        private String goesOn() {
            return useCase.name() + " goes on there as " + run.orElseThrow().id();
        }

        /** Runs beside the following, which waits for events. */
        private void cancelWhenAsked() {
            while (!Thread.currentThread().isInterrupted()) {
                if (!cancellation.sleep(Duration.ofHours(1)) && cancellation.requested()) {
                    tellToStop();
                    return;
                }
            }
        }

        private void tellToStop() {
            Optional<RunView> known;
            synchronized (this) {
                known = run;
            }
            try {
                if (known.isPresent()) {
                    plane.cancel(known.get().id());
                }
            } catch (IOException cut) {
                progress.say("could not tell " + plane + " to stop: " + cut.getMessage());
            }
        }
    }
}
