package io.agentctl.sandbox.function;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What a function runs.
 *
 * @param jar everything it needs, in one jar or folder of classes
 * @param handler the class with the method {@code handleRequest(InputStream, OutputStream, Context)}
 */
public record FunctionCode(Path jar, String handler) {
    /** Validates. */
    public FunctionCode {
        Objects.requireNonNull(jar, "jar");
        Objects.requireNonNull(handler, "handler");
    }
}
