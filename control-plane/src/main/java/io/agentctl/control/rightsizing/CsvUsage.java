package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import java.util.List;

/**
 * Usage read from a file.
 *
 * @param cpu percent of the task's CPU
 * @param memory percent of the task's memory; empty where the file has no such column
 * @param notes what the reader had to put right, a sentence each: gaps, duplicates, rows out of order
 */
public record CsvUsage(Series cpu, Series memory, List<String> notes) {

    public CsvUsage {
        notes = List.copyOf(notes);
    }

    /** The usage of tasks that had one size all the time. */
    public ServiceUsage ofTasksOf(TaskSize size) {
        return ServiceUsage.ofOneSize(cpu, memory, size);
    }
}
