/**
 * Code of functions, run for real in processes of their own that ask for events over Lambda's runtime API. Depends on
 * nothing of ours.
 */
package io.agentctl.sandbox.function;
