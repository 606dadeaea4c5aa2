package io.agentctl.control.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.place.Manner;

/**
 * What is posted: one use case, to be run once.
 *
 * @param schemaVersion of the documents that the caller speaks
 * @param useCase its name in the catalogue
 * @param request its request record, as JSON
 * @param manner how it is to behave
 */
public record RunRequest(int schemaVersion, String useCase, JsonNode request, Manner manner) {}
