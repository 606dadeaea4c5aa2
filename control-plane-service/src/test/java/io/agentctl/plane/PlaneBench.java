package io.agentctl.plane;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.UseCase;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.journal.JournalTable;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Clients;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.Manner;
import io.agentctl.control.place.Place;
import io.agentctl.control.remote.ControlPlane;
import io.agentctl.control.remote.Credentials;
import io.agentctl.control.remote.RemoteUseCase;
import io.agentctl.control.remote.identity.AwsProof;
import io.agentctl.control.remote.identity.StsEndpoint;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import io.agentctl.plane.configuration.ConfigurationReader;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.http.CallLog;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sqs.model.Message;

/** A sandbox with a team's table, and control planes that work on it: in this process, or as processes to be killed. */
final class PlaneBench implements AutoCloseable {

    private static final String SERVICE =
            """
                  - name: %s
                    cpu: 1024
                    memory: 2048
                    tasks: 2
                    workload: {perTask: {cpu: 20, memory: 300}, pattern: {cpu: 100, memory: 400}}
            """;

    /** Enough for everything that does not look far back. */
    private static final String USUAL_HISTORY = "2h";

    private static final String WORLD =
            """
            seed: 7
            history: %s
            rollout: {accepted: 50ms, provisioning: 400ms, pending: 400ms, health: 400ms, draining: 100ms, retry: 50ms}
            lambda: {updating: 4ms, timeScale: 0}
            tables: [acme-governance-policies]
            functions:
              - name: acme-governance
                memory: 512
                model: {cpu: 12ms, latency: 9ms, noise: 0, init: 420ms, memoryUsed: 118}
                answer: {fixed: {status: 200}}
            queues: [{name: pages}]
            topics: [{name: on-call, queues: [pages]}]
            clusters:
              - name: main
                services:
                  - name: idle
                    cpu: 2048
                    memory: 4096
                    tasks: 2
                    workload: {perTask: {cpu: 20, memory: 300}, pattern: {cpu: 300, memory: 400}}
            """
                    + Stream.of("quiet", "busy", "calm", "leaving")
                            .map(SERVICE::formatted)
                            .collect(Collectors.joining());

    /** A topic of the sandbox, for {@link #told}. */
    static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:on-call";

    private final Path folder;
    private final Sandbox sandbox;
    private final Map<String, String> environment;
    private final List<Runnable> running = new ArrayList<>();

    PlaneBench(Path folder) throws IOException {
        this(folder, USUAL_HISTORY);
    }

    /** One with so much past. */
    PlaneBench(Path folder, String history) throws IOException {
        this(folder, World.parse(WORLD.formatted(history), Path.of(".")));
    }

    /** One with another world. */
    PlaneBench(Path folder, World world) throws IOException {
        this.folder = folder;
        this.sandbox = Sandbox.start(world);
        this.environment = Map.of(
                "HOME", folder.toString(),
                "AGENTCTL_CONTEXT", "sandbox",
                "AGENTCTL_ENDPOINT_URL", sandbox.endpoint().toString());
        Files.writeString(folder.resolve("agentctl.yaml"), "project: acme\njournal: dynamodb\ncluster: main\n");
        try (AwsClients clients =
                new AwsClients(Place.of(settings(), Manner.USUAL, environment).awsSettings())) {
            new JournalTable(clients.dynamoDb(), "acme-agentctl").create();
        }
    }

    private Settings settings() {
        return SettingsReader.read(Inputs.read(TargetFlags.NONE, environment, folder));
    }

    /** Where the sandbox is. */
    URI endpoint() {
        return sandbox.endpoint();
    }

    /** What was called there. */
    CallLog calls() {
        return sandbox.calls();
    }

    /** The parts of the place, without a control plane. */
    Cloud cloud() {
        return new Cloud(Place.of(settings(), Manner.USUAL, environment), new Clients(), begun -> {});
    }

    /** What the topic was told since this was asked before: subjects and texts. */
    List<String> told() {
        String queue =
                sandbox.sqs().getQueueUrl(request -> request.queueName("pages")).queueUrl();
        List<String> texts = new ArrayList<>();
        List<Message> page;
        do {
            page = sandbox.sqs()
                    .receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10))
                    .messages();
            for (Message message : page) {
                JsonNode envelope = JsonText.read("message", message.body());
                texts.add(envelope.path("Subject").asText() + "\n"
                        + envelope.path("Message").asText());
                sandbox.sqs().deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
            }
        } while (!page.isEmpty());
        return texts;
    }

    /** An instance in this process. */
    ControlPlaneService instance(int port) {
        return instance("server: {port: " + port + "}", new StringWriter());
    }

    /** An instance in this process with a configuration, and where its log goes. */
    ControlPlaneService instance(String configuration, StringWriter log) {
        ControlPlaneService service = ControlPlaneService.start(
                ConfigurationReader.read("control-plane.yaml", configuration),
                settings(),
                environment,
                "test",
                new PrintWriter(log));
        running.add(service::close);
        return service;
    }

    /** An instance as a process of its own, which can be killed. */
    Process process(int port) throws IOException {
        return process(port, "server: {port: " + port + "}");
    }

    /** The same with a configuration. */
    Process process(int port, String text) throws IOException {
        Path configuration = Files.writeString(folder.resolve("plane-" + port + ".yaml"), text);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--config",
                        configuration.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("plane-" + port + ".log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.add(process::destroyForcibly);
        return process;
    }

    /** A manner in JSON. */
    static JsonNode usualManner() {
        return RecordTree.of(Manner.USUAL);
    }

    /** A use case as a caller of the instance on a port runs it. */
    <Q, R> UseCase<Q, R> remote(NamedUseCase<Q, R> useCase, int port) {
        return remote(useCase, port, Duration.ofMinutes(1));
    }

    /** The same for a caller who waits no longer for an instance that is away. */
    <Q, R> UseCase<Q, R> remote(NamedUseCase<Q, R> useCase, int port, Duration patience) {
        return remote(useCase, port, Credentials.NONE, patience);
    }

    /** The same for a caller who shows who they are. */
    <Q, R> UseCase<Q, R> remote(NamedUseCase<Q, R> useCase, int port, Credentials credentials, Duration patience) {
        ControlPlane plane = new ControlPlane("team", URI.create("http://127.0.0.1:" + port), credentials, "test");
        return new RemoteUseCase<>(useCase, plane, Manner.USUAL, patience);
    }

    /** A proof of the sandbox's usual identity. */
    Map<String, String> signed(String audience) {
        return new AwsProof(
                        () -> StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox")),
                        StsEndpoint.at(endpoint(), Optional.empty()),
                        audience,
                        new SecureRandom(),
                        Clock.systemUTC())
                .headers();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        running.forEach(Runnable::run);
        sandbox.close();
    }
}
