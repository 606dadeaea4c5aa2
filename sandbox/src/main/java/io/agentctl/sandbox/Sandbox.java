package io.agentctl.sandbox;

import io.agentctl.sandbox.fault.Faults;
import io.agentctl.sandbox.http.Administration;
import io.agentctl.sandbox.http.CallLog;
import io.agentctl.sandbox.http.SandboxServer;
import io.agentctl.sandbox.table.TableEmulation;
import io.agentctl.sandbox.time.SandboxClock;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationsignals.ApplicationSignalsClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * An AWS endpoint on loopback, in this process. Any credentials and region will do. DynamoDB is started by the first
 * call that needs it.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start(World.defaultWorld(1))) {
 *     EcsClient ecs = EcsClient.builder().endpointOverride(sandbox.endpoint())…build();
 *     sandbox.faults().loseResponses(0.05);
 *     sandbox.advance(Duration.ofSeconds(30));
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxOptions options;
    private final Instant started;
    private final CallLog calls = new CallLog();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final SandboxServer server;
    private volatile Running running;
    private volatile Consumer<Map<String, Object>> listener = ignored -> {};

    private Sandbox(World world, SandboxOptions options) throws IOException {
        this.options = options;
        this.started = options.clock().instant();
        this.running = Running.start(world, options, this::endpoint);
        this.server = SandboxServer.start(options.port(), () -> running.backend(), new Control());
    }

    /** Starts a sandbox on any free port. */
    public static Sandbox start(World world) {
        return start(world, SandboxOptions.usual());
    }

    /**
     * Starts a sandbox.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static Sandbox start(World world, SandboxOptions options) {
        try {
            return new Sandbox(world, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where AWS clients find it. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The loopback port that it listens on. */
    public int port() {
        return server.port();
    }

    /** The calls that came over HTTP. */
    public CallLog calls() {
        return calls;
    }

    /** What goes wrong. */
    public Faults faults() {
        return running.faults();
    }

    /** The clock; it begins anew when a world is loaded. */
    public SandboxClock clock() {
        return running.clock();
    }

    /** Moves the clock forward. */
    public void advance(Duration by) {
        running.clock().advance(by);
        listener.accept(status());
    }

    /** Has a listener told the new {@link #status()} when the clock was moved or a world was loaded. */
    void onChange(Consumer<Map<String, Object>> told) {
        listener = told;
    }

    /** ECS without HTTP: these calls are neither logged nor befallen by faults. */
    public EcsClient ecs() {
        return running.ecs();
    }

    /** CloudWatch without HTTP. */
    public CloudWatchClient cloudWatch() {
        return running.cloudWatch();
    }

    /** Application Auto Scaling without HTTP. */
    public ApplicationAutoScalingClient scaling() {
        return running.scaling();
    }

    /** Lambda without HTTP. */
    public LambdaClient lambda() {
        return running.lambda();
    }

    /**
     * Sets how much real time invocations of functions take of the time that they report; a world begins with its own.
     *
     * @param scale 0 to 1; at 0.01 a function of ten seconds answers after a tenth of one
     */
    public void lambdaTimeScale(double scale) {
        running.lambda().state().timeScale(scale);
    }

    /** SQS without HTTP. */
    public SqsClient sqs() {
        return running.sqs();
    }

    /** Application Signals without HTTP. */
    public ApplicationSignalsClient signals() {
        return running.signals();
    }

    /** SNS without HTTP. */
    public SnsClient sns() {
        return running.sns();
    }

    /** Begins the present world anew, at the present time; faults and calls are forgotten. */
    public void reset() {
        load(running.world());
    }

    /** Begins another world, at the present time; faults and calls are forgotten. */
    public synchronized void load(World world) {
        Running former = running;
        running = Running.start(world, options, this::endpoint);
        calls.clear();
        former.functions().close();
        former.programs().close();
        former.backend().dynamoDb().close();
        listener.accept(status());
    }

    /** Starts DynamoDB now rather than at the first call. */
    public void startDynamoDb() {
        running.backend().dynamoDb().start();
    }

    /** How it is: process, port, endpoint, clock, world, whether DynamoDB runs. */
    public Map<String, Object> status() {
        Running now = running;
        TableEmulation dynamoDb = now.backend().dynamoDb();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("pid", ProcessHandle.current().pid());
        status.put("port", port());
        status.put("endpoint", endpoint().toString());
        status.put("started", started.toString());
        status.put("seed", now.world().seed());
        status.put("clockOffsetMillis", now.clock().offset().toMillis());
        status.put("now", now.clock().instant().toString());
        status.put("lambdaTimeScale", now.lambda().state().timeScale());
        status.put("functionsRun", now.lambda().state().withCode());
        status.put("dynamoDb", dynamoDb.started() ? "ready" : "not started");
        return status;
    }

    /** Waits until somebody asks it, over HTTP, to stop. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /**
     * Lets happen what is due, each second, until it stops: otherwise alarms would tell nobody before somebody calls.
     */
    void keepTime() {
        try {
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                running.simulation().now(() -> started);
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.close();
        running.functions().close();
        running.programs().close();
        running.backend().dynamoDb().close();
        stopped.countDown();
    }

    /** What administrators can do over HTTP. */
    private final class Control implements Administration {
        @Override
        public Map<String, Object> status() {
            return Sandbox.this.status();
        }

        @Override
        public void reset() {
            Sandbox.this.reset();
        }

        @Override
        public void load(String yaml, Path directory, OptionalLong seed) {
            World world = yaml.strip().equals("default")
                    ? World.defaultWorld(running.world().seed())
                    : World.parse(yaml, directory);
            Sandbox.this.load(seed.isPresent() ? world.withSeed(seed.getAsLong()) : world);
        }

        @Override
        public void advance(Duration by) {
            Sandbox.this.advance(by);
        }

        @Override
        public SandboxClock clock() {
            return Sandbox.this.clock();
        }

        @Override
        public Optional<byte[]> code(String function) {
            return running.lambda().state().code(function);
        }

        @Override
        public void lambdaTimeScale(double scale) {
            Sandbox.this.lambdaTimeScale(scale);
        }

        @Override
        public Faults faults() {
            return Sandbox.this.faults();
        }

        @Override
        public CallLog calls() {
            return calls;
        }

        @Override
        public void stop() {
            stopped.countDown();
        }
    }
}
