/**
 * A CloudWatch dashboard for a project, made from what it runs and promises: composed (pure), compared widget by
 * widget, put through the journal, taken away by undo. Depends on objectives, plans and the journal.
 */
package io.agentctl.control.dashboards;
