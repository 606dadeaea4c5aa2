package io.agentctl.control.capacity;

/**
 * Something about how a table is used that costs money or throttles.
 *
 * @param severity how much it matters
 * @param about such as {@code scans} or {@code index by-owner}
 * @param evidence what was measured
 * @param advice what can be done
 */
public record AuditFinding(Severity severity, String about, String evidence, String advice) {

    /** How much a finding matters. */
    public enum Severity {
        HIGH,
        MEDIUM,
        /** Nothing is wrong: a thing to know. */
        NOTE
    }
}
