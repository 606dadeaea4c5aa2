package io.agentctl.control.rightsizing;

/**
 * Why a finding is what it is.
 *
 * @param code for programs
 * @param sentence for people, with the figures of this service
 */
public record Reason(ReasonCode code, String sentence) {}
