/**
 * Application Signals: service level objectives kept as they are set. They are not measured: attainment and burn rates
 * would take the service's own sliding windows.
 */
package io.agentctl.sandbox.signals;
