/**
 * Environments that are kept ready for a function's versions and aliases: shown, planned from use and price, set, and
 * put back. May depend on the package of functions; its planners are pure.
 */
package io.agentctl.control.lambda.concurrency;
