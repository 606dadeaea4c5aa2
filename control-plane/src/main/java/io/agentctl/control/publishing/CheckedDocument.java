package io.agentctl.control.publishing;

import io.agentctl.policies.document.PolicyId;

/**
 * A policy from a file, checked and tested by whoever made this.
 *
 * @param file its name, for messages
 * @param owner who answers for it, as the document says
 * @param text all of it
 * @param digest SHA-256 of its canonical form, 64 lower-case hex digits
 */
public record CheckedDocument(String file, PolicyId policy, String owner, String text, String digest) {}
