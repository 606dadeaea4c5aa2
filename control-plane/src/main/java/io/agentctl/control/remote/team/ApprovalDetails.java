package io.agentctl.control.remote.team;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One with all that a second person looks at.
 *
 * @param request exactly what was asked for, as the use case reads it
 */
public record ApprovalDetails(Approval approval, JsonNode request) {}
