/**
 * What a sandbox simulates: worlds as YAML documents, and the state that they describe. May depend on everything that
 * is simulated; nothing that is simulated depends on it.
 */
package io.agentctl.sandbox.world;
