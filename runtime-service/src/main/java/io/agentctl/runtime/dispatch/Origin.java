package io.agentctl.runtime.dispatch;

import java.util.Map;
import java.util.Optional;

/**
 * Where a request comes from.
 *
 * @param caller who called, where callers are known
 * @param headers what is passed on to the back end
 */
public record Origin(Optional<String> caller, Map<String, String> headers) {}
