package io.agentctl.control.plan;

/** A name made of parts. Results write it as its text, not part by part. */
public interface Identifier {}
