/**
 * {@code agentctl dash}: the live dashboard. What is shown is a pure function of a state, a snapshot and a size
 * ({@link io.agentctl.cli.dash.Screen}), and so is what a key does ({@link io.agentctl.cli.dash.Keyboard}); around them
 * are one poller and, on a terminal alone, a thin loop over JLine ({@link io.agentctl.cli.dash.LiveScreen}).
 */
package io.agentctl.cli.dash;
