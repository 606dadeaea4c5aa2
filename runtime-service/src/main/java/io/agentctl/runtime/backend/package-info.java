/**
 * What an intent is carried out by, and what protects the runtime from it. Knows nothing of HTTP requests or policies.
 */
package io.agentctl.runtime.backend;
