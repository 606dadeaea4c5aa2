/**
 * The same objectives as service level objectives of CloudWatch Application Signals: requests composed (pure), with
 * what cannot be said there. Depends on objectives, and for comparisons on the alarms that they want.
 */
package io.agentctl.control.alarms.signals;
