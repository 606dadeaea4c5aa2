/**
 * Policy documents: read with positions, checked, formatted, compared; and their JSON Schema. Depends on nothing of
 * ours but the exception.
 */
package io.agentctl.policies.document;
