/**
 * Policies as files: checked, formatted, tested, compared and tried, without AWS. Depends on the policies module and
 * error.
 */
package io.agentctl.control.authoring;
