package io.agentctl.policies.compile;

import io.agentctl.policies.document.Waiver;

/**
 * An exception, ready to be evaluated.
 *
 * @param index its place in the document, from 0
 */
public record CompiledWaiver(int index, Waiver waiver, Expression when) {}
