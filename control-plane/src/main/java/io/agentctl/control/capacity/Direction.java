package io.agentctl.control.capacity;

/** Reads and writes are provided for, and paid for, apart. */
public enum Direction {
    READS,
    WRITES
}
