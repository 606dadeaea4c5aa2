package io.agentctl.control.progress;

import java.util.List;

/** Hears how long work goes on. Called from several threads; implementations must not block. */
@FunctionalInterface
public interface ProgressListener {

    /** A listener that hears nothing. */
    ProgressListener SILENT = event -> {};

    /**
     * Hears one event.
     *
     * @param event what happened
     */
    void on(ProgressEvent event);

    /** Reports a sentence for the reader, such as an ECS service event. */
    default void say(String text) {
        on(new ProgressEvent.Note(text));
    }

    /** Reports that {@code done} of {@code total} units of {@code work} are done. */
    default void advance(String work, int done, int total) {
        on(new ProgressEvent.Advance(work, done, total));
    }

    /** Reports a count with the course of a figure: {@code heights} from 0 to 1, the latest last, below 0 for none. */
    default void course(String work, int done, int total, List<Double> heights) {
        on(new ProgressEvent.Course(new ProgressEvent.Advance(work, done, total), heights));
    }

    /** Whether the caller wants the work to stop; a use case looks between its steps and sleeps with it. */
    default Cancellation cancellation() {
        return Cancellation.never();
    }
}
