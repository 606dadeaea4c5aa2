/**
 * Builds AWS clients once, on first use, with the same rules for all: bounded retries, bounded calls in flight, a
 * read-only guard, and failures told apart. Depends on the SDK and the error package.
 */
package io.agentctl.control.aws;
