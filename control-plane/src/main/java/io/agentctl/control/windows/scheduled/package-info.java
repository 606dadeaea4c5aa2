/**
 * Windows as scheduled actions of Application Auto Scaling, which AWS carries out by itself: planned from the same
 * file, applied through the journal, compared, removed. What AWS cannot do is said in the plan.
 */
package io.agentctl.control.windows.scheduled;
