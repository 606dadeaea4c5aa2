package io.agentctl.sandbox.lambda;

/** Where lines go that the code of functions writes. */
@FunctionalInterface
public interface FunctionLogs {

    /** Takes a line. */
    void line(String group, String stream, String line);
}
