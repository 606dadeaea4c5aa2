/**
 * Policy documents: read with positions, checked, formatted, compared; and their JSON Schema. Depends on nothing of
 * ours but facts' names.
 */
package io.agentctl.policies.document;
