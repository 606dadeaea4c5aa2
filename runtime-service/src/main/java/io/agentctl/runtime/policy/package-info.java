/**
 * The policies in force: watched, compiled off the request path, swapped at once, reported, recorded. Depends on
 * policies.
 */
package io.agentctl.runtime.policy;
