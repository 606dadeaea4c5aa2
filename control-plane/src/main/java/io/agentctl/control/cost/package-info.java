/**
 * What everything costs in one table, and what each recommendation would save: lines composed (pure) from what the
 * capabilities measured and advise. Talks to AWS through them alone.
 */
package io.agentctl.control.cost;
