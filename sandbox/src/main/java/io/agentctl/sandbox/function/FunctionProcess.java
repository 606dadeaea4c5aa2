package io.agentctl.sandbox.function;

import io.agentctl.sandbox.function.CodeResult.Kind;
import io.agentctl.sandbox.function.RuntimeApi.Reply;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.SdkBytes;

/** An execution environment: a JVM that runs one function's code. Used by one thread at a time. */
final class FunctionProcess implements AutoCloseable {
    /** AWS gives it ten seconds; a machine that does other things besides may need more. */
    private static final Duration MOST_INIT = Duration.ofSeconds(60);

    /** How the JVM ends under {@code ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    /** Lambda's Java runtimes leave this part of the memory to the heap. */
    private static final double HEAP = 0.85;

    private static final int LEAST_HEAP = 64;
    private static final double NANOS_PER_MILLI = 1e6;

    private final RuntimeApi api;
    private final Process process;
    private final ProcessLog log;
    private final ProcessUsage usage;
    private final long started = System.nanoTime();
    private double initMillis;
    private boolean used;

    private FunctionProcess(RuntimeApi api, Process process) {
        this.api = api;
        this.process = process;
        this.log = new ProcessLog(process.getInputStream());
        this.usage = new ProcessUsage(process.pid());
    }

    /**
     * Starts a process for the code of an invocation.
     *
     * @param common variables of all functions
     */
    static FunctionProcess start(CodeInvocation invocation, Map<String, String> common) throws IOException {
        RuntimeApi api = new RuntimeApi();
        ProcessBuilder builder = new ProcessBuilder(command(invocation)).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.putAll(common);
        variables.putAll(invocation.variables());
        variables.put("_HANDLER", invocation.code().handler());
        variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", invocation.function());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", invocation.version());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(invocation.memory()));
        try {
            return new FunctionProcess(api, builder.start());
        } catch (IOException failed) {
            api.close();
            throw failed;
        }
    }

    /** The flags are those of Lambda's own Java runtimes. */
    private static List<String> command(CodeInvocation invocation) {
        int heap = Math.max(LEAST_HEAP, (int) (invocation.memory() * HEAP));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xmx" + heap + "m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                ownClasses(),
                Bootstrap.class.getName(),
                invocation.code().jar().toString());
    }

    private static String ownClasses() {
        try {
            return Path.of(Bootstrap.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("class paths are URIs", impossible);
        }
    }

    /** Whether it can serve another event. */
    boolean alive() {
        return process.isAlive();
    }

    /** Has an event handled, and waits for that. */
    CodeResult run(CodeInvocation invocation) throws InterruptedException {
        boolean fresh = !used;
        used = true;
        Reply ready = await(api.ready(), MOST_INIT);
        if (fresh) {
            initMillis = (System.nanoTime() - started) / NANOS_PER_MILLI;
        }
        if (ready == null || ready.failed()) {
            SdkBytes said = ready == null ? exited(invocation) : ready.payload();
            close();
            return result(Kind.EXITED, said, invocation, fresh, 0, 0);
        }
        long cpu = usage.cpuNanos().orElse(0);
        long began = System.nanoTime();
        Reply reply = await(api.ask(invocation, Instant.now().plus(invocation.timeout())), invocation.timeout());
        double millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
        if (reply != null) {
            double cpuMillis = Math.max(0, usage.cpuNanos().orElse(0) - cpu) / NANOS_PER_MILLI;
            Kind kind = reply.failed() ? Kind.FAILED : Kind.ANSWERED;
            return result(kind, reply.payload(), invocation, fresh, millis, cpuMillis);
        }
        boolean late = process.isAlive();
        SdkBytes said = late ? SdkBytes.fromUtf8String("") : exited(invocation);
        Kind kind = late ? Kind.TIMED_OUT : process.exitValue() == OUT_OF_MEMORY ? Kind.OUT_OF_MEMORY : Kind.EXITED;
        close();
        return result(kind, said, invocation, fresh, millis, 0);
    }

    /** The reply; null when the process is gone, or the time over. */
    private Reply await(CompletableFuture<Reply> reply, Duration most) throws InterruptedException {
        CompletableFuture<Reply> gone = process.onExit().thenApply(ignored -> null);
        try {
            return (Reply) CompletableFuture.anyOf(reply, gone).get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return null;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SdkBytes exited(CodeInvocation invocation) {
        String how = process.isAlive() ? "did not start in time" : "exited with status " + process.exitValue();
        return SdkBytes.fromUtf8String(
                "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: %s Error: Runtime %s\"}"
                        .formatted(invocation.requestId(), how));
    }

    private CodeResult result(
            Kind kind, SdkBytes payload, CodeInvocation invocation, boolean fresh, double millis, double cpuMillis)
            throws InterruptedException {
        return new CodeResult(
                kind,
                payload,
                millis,
                initMillis,
                fresh,
                cpuMillis,
                usage.peakMemory(),
                log.take(invocation.requestId()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }
}
