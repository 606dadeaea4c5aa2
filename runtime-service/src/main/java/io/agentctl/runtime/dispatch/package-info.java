/**
 * A request on its way: what it asks, what is decided, what carries it out. Knows nothing of HTTP. Depends on backend
 * and policies.
 */
package io.agentctl.runtime.dispatch;
