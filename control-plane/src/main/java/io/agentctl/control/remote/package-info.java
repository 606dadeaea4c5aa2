/**
 * What a control plane and its callers say to each other, and the caller's side of it: a use case of the catalogue
 * carried out there instead of in this process, with the same progress and the same result. It may depend on the
 * catalogue; no capability depends on it.
 */
package io.agentctl.control.remote;
