package io.agentctl.control.cost;

import java.util.List;

/**
 * What was found of one kind.
 *
 * @param lines a line each
 * @param prices one line: which price table
 * @param notes what a reader should know of how it was computed
 */
record Found(List<CostLine> lines, String prices, List<String> notes) {
    Found {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }
}
