/**
 * {@code control-plane.yaml} as a pure function of its text: a record for each section, all mistakes told at once with
 * line and column. May depend on {@code io.agentctl.control} and on the records that sections are made of.
 */
package io.agentctl.plane.configuration;
