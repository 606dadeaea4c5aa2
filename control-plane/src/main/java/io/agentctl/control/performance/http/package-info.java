/**
 * Sending requests fast and with exact times: HTTP/1.1 on plain channels by one thread, HTTP/2 by the JDK's client. Why
 * not a library for both is in decision 0016. Depends on scenario and the JDK alone.
 */
package io.agentctl.control.performance.http;
