package io.agentctl.sandbox.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A function that does what its payload says; run by {@link FunctionCodeIT} in a process of its own. */
public final class TestFunction {

    /** Has whatever Lambda's interface of that name has, of which the bootstrap knows no more than the methods. */
    public interface Context {
        /** The invocation's id. */
        String getAwsRequestId();

        /** Milliseconds. */
        int getRemainingTimeInMillis();

        /** Writes to the log. */
        Logger getLogger();
    }

    /** Writes to the log. */
    public interface Logger {
        /** Writes a line. */
        void log(String line);
    }

    /** In embedded metric format. */
    private static final String METRIC =
            """
            {"_aws":{"CloudWatchMetrics":[{"Namespace":"acme/Test","Dimensions":[[]],"Metrics":[{"Name":"Asked"}]}]},\
            "Asked":7}""";

    private int invocations;

    /** As Lambda calls it. */
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException, InterruptedException {
        invocations++;
        String payload = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        context.getLogger().log("asked for " + payload);
        switch (payload) {
            case "\"throw\"" -> throw new IllegalStateException("it is \"broken\"");
            case "\"exit\"" -> Runtime.getRuntime().halt(7);
            case "\"sleep\"" -> Thread.sleep(10_000);
            case "\"memory\"" -> fill();
            case "\"metric\"" -> context.getLogger().log(METRIC);
            default -> {}
        }
        output.write("{\"invocations\":%d,\"variable\":\"%s\",\"id\":\"%s\",\"inTime\":%b,\"secret\":\"%s\"}"
                .formatted(
                        invocations,
                        System.getenv("VARIABLE"),
                        context.getAwsRequestId(),
                        context.getRemainingTimeInMillis() > 0,
                        System.getenv("HOME"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void fill() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < 10_000) {
            all.add(new byte[1024 * 1024]);
        }
    }
}
