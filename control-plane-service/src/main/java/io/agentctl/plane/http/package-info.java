/**
 * The control plane over HTTP: routes, limits, answers and problems. Every route is in
 * {@link io.agentctl.plane.http.Api}; what is asked for is done by {@code plane.run}.
 */
package io.agentctl.plane.http;
