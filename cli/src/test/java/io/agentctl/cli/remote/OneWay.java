package io.agentctl.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.wiring.Witness;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.JournalTable;
import io.agentctl.control.place.Clients;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.Manner;
import io.agentctl.control.place.Place;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.http.CallLog;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One sandbox with a project's folder, and commands that are run on both in this process. */
final class OneWay implements AutoCloseable {

    private final Path folder;
    private final Sandbox sandbox;
    private final Map<String, String> environment;

    OneWay(Path folder, World world, Map<String, String> files) throws IOException {
        this.folder = folder;
        this.sandbox = Sandbox.start(world);
        this.environment = Map.of(
                "HOME", folder.toString(),
                "AGENTCTL_CONTEXT", "sandbox",
                "AGENTCTL_ENDPOINT_URL", sandbox.endpoint().toString());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        begin();
    }

    Settings settings() {
        return SettingsReader.read(Inputs.read(TargetFlags.NONE, environment, folder));
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Where the project is. */
    Path folder() {
        return folder;
    }

    /** What was called. */
    CallLog calls() {
        return sandbox.calls();
    }

    /** Whether anything was changed that can be undone. */
    boolean hasOperations() {
        boolean any = cloud().operations().journal().newestFirst().findFirst().isPresent();
        calls().clear();
        return any;
    }

    /** Begins the world anew. */
    void anew() {
        sandbox.reset();
        begin();
    }

    private void begin() {
        try (DynamoDbClient dynamoDb = cloud().aws().dynamoDb()) {
            new JournalTable(dynamoDb, "acme-agentctl").create();
        }
    }

    /** Keeps the result of a load, of which figures can be read again and again. */
    void measureALoad() {
        Outcome sent = Commands.in(folder)
                .run(
                        "perf",
                        "load",
                        sandbox.endpoint().toString(),
                        "--allow-target",
                        "--rate",
                        "20/s",
                        "--duration",
                        "1s",
                        "--save",
                        folder.resolve("result.json").toString());
        assertThat(folder.resolve("result.json")).as(sent.talk()).exists();
    }

    /** The parts of the place. */
    Cloud cloud() {
        return new Cloud(Place.of(settings(), Manner.USUAL, environment), new Clients(), begun -> {});
    }

    /** Runs a command, or {@link Example#INTERRUPTED}. */
    Outcome run(String line, Witness witness) {
        if (line.equals(Example.INTERRUPTED)) {
            interrupt();
            return new Outcome(0, "", "");
        }
        return run(Commands.in(folder).at(sandbox), line, witness);
    }

    /** Begins to replace the tasks of a service, and stops half-way. */
    private void interrupt() {
        Cloud cloud = cloud();
        Plan plan = EcsUseCases.PLAN_REDEPLOYMENT
                .at(cloud)
                .run(new Services("acme", List.of("api")), ProgressListener.SILENT);
        Cancellation stop = new Cancellation();
        try {
            OperationUseCases.APPLY
                    .at(cloud)
                    .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), new ProgressListener() {
                        @Override
                        public void on(ProgressEvent event) {
                            stop.request();
                        }

                        @Override
                        public Cancellation cancellation() {
                            return stop;
                        }
                    });
        } catch (AgentctlException interrupted) {
            assertThat(interrupted.code()).isEqualTo(ErrorCode.INTERRUPTED);
        }
    }

    /** Runs a command as its surroundings are; what stands after a {@code >} is where its output is kept. */
    Outcome run(Commands commands, String line, Witness witness) {
        List<String> kept = List.of(meant(line).split(" > "));
        Outcome outcome = commands.before(witness).run(kept.getFirst().split(" "));
        if (kept.size() > 1) {
            keep(Path.of(kept.getLast()), outcome.out());
        }
        assertThat(outcome.code()).as(line + ": " + outcome.talk()).isIn(0, 2, 3);
        return outcome;
    }

    private static void keep(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder and the latest operation are other ones each time. */
    private String meant(String line) {
        String meant = line.replace("FOLDER", folder.toString());
        return meant.contains("LATEST")
                ? meant.replace(
                        "LATEST",
                        cloud().operations()
                                .journal()
                                .newestFirst()
                                .findFirst()
                                .orElseThrow()
                                .id()
                                .toString())
                : meant;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
