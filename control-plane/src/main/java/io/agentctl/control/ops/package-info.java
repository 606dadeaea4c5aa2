/**
 * What users ask of the journal: list operations, look at one, undo it, finish it. Depends on the journal package; the
 * results hold plain values only, ready to be printed or sent.
 */
package io.agentctl.control.ops;
