package io.agentctl.control.progress;

import java.util.List;

/** What a use case reports while it works. */
public sealed interface ProgressEvent {

    /** A sentence that stays on the screen. */
    record Note(String text) implements ProgressEvent {}

    /**
     * A count that moves.
     *
     * @param work what is being counted, such as {@code reading metrics}
     * @param done units done, 0 to {@code total}
     * @param total units in all, at least 1
     */
    record Advance(String work, int done, int total) implements ProgressEvent {
        public Advance {
            if (total < 1 || done < 0 || done > total) {
                throw new IllegalArgumentException(work + ": " + done + " of " + total);
            }
        }
    }

    /**
     * A count that moves, and how a figure went until now.
     *
     * @param count what moves
     * @param heights the latest last, each from 0 to 1; below 0 where nothing is known
     */
    record Course(Advance count, List<Double> heights) implements ProgressEvent {
        public Course {
            heights = List.copyOf(heights);
        }
    }
}
