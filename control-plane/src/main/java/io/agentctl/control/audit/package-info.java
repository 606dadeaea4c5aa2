/**
 * Who did what, and who was not let: entries that are written once and never changed, in the table that a project
 * shares and as lines of a log. Written by control planes, read by everybody who may. Secrets are masked before an
 * entry is made.
 */
package io.agentctl.control.audit;
