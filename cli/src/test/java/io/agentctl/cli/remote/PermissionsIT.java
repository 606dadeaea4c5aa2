package io.agentctl.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.wiring.Witness;
import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.catalogue.WindowsUseCases;
import io.agentctl.control.permission.Needs;
import io.agentctl.control.permission.Permission;
import io.agentctl.control.permission.UseCaseNeeds;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.WindowFileReader;
import io.agentctl.control.windows.run.KeepWindows;
import io.agentctl.sandbox.http.AskedOfIam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What use cases declare to need is what they call: every command is run against the sandbox, changes are undone, and
 * the calls of each use case are held to its declaration, both ways.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PermissionsIT {

    /** Queues are read to see that the sandbox delivers, and nowhere else. */
    private static final String ONLY_IN_THE_SANDBOX = "sqs";

    private static final Set<NamedUseCase<?, ?>> OF_ANY_PLAN =
            Set.of(OperationUseCases.APPLY, OperationUseCases.UNDO, OperationUseCases.RESUME);

    private static final String CHANGES = " changes";

    private static final Tally TALLY = new Tally();

    @TempDir
    private static Path folder;

    private static OneWay way;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        way = new OneWay(folder, SmallRuntime.WORLD, PermissionExamples.FILES);
        assertThat(Commands.in(folder).run("slo init").code()).isZero();
        way.measureALoad();
        String objectives = Files.readString(folder.resolve("slos.yaml"));
        String signals = objectives.replaceFirst(
                "(?s)(name: api-availability.*?annotations:\\n)", "$1    agentctl.io/backend: application-signals\n");
        Files.writeString(folder.resolve("signals.yaml"), signals);
        Files.writeString(
                folder.resolve("stricter.yaml"), signals.replace("targetPercent: 99.9", "targetPercent: 99.85"));
        Files.writeString(folder.resolve("key.pem"), key());
    }

    private static String key() throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    @AfterAll
    static void stop() {
        way.close();
    }

    static Stream<Example> examples() {
        return Stream.concat(Examples.ALL.stream(), PermissionExamples.ALL.stream())
                .filter(example -> !example.line().startsWith("ops undo"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    @Order(1)
    void useCasesCallWhatTheyDeclare(Example example) {
        if (example.changes() || !example.before().isEmpty()) {
            way.anew();
            example.before().forEach(line -> way.run(line, Witness.NOBODY));
        }
        way.calls().clear();
        Heard heard = new Heard();
        way.run(example.line(), heard);
        assertThat(way.calls().all()).as("calls of no use case").isEmpty();
        assertThat(Commands.needs().useCases(verb(example)))
                .as("what the command is known to run")
                .containsAll(heard.carried);
        if (example.changes() && way.hasOperations() && !example.line().startsWith("ops ")) {
            heard.undone = true;
            way.run("ops undo LATEST --yes", heard);
        }
        assertThat(TALLY.refusedSince()).as("called and not declared").isEmpty();
    }

    private static String verb(Example example) {
        return Commands.verbs().stream().filter(example::of).findFirst().orElseThrow();
    }

    /** Counts calls when the use case that made them is over. */
    private static final class Heard implements Witness {

        private final List<NamedUseCase<?, ?>> planned = new ArrayList<>();
        private final Set<NamedUseCase<?, ?>> carried = new HashSet<>();
        private boolean undone;

        @Override
        public <Q, R> void saw(NamedUseCase<Q, R> useCase, Q request, R result) {
            if (!undone) {
                carried.add(useCase);
            }
            if (!OF_ANY_PLAN.contains(useCase)) {
                count(useCase);
                if (!undone && !UseCaseNeeds.of(useCase).changes().isEmpty()) {
                    planned.add(useCase);
                }
                return;
            }
            NamedUseCase<?, ?> planner = planned.isEmpty() ? useCase : planned.getLast();
            Set<Permission> allowed = new TreeSet<>(UseCaseNeeds.of(planner).everything());
            allowed.addAll(UseCaseNeeds.of(useCase).looks());
            count(List.of(planner.name() + CHANGES), allowed);
        }

        /** What plans may only look, so that a preview needs nothing else. */
        static void count(NamedUseCase<?, ?> useCase) {
            boolean acts = useCase.access() == Access.CHANGE;
            Needs needs = UseCaseNeeds.of(useCase);
            count(
                    acts ? List.of(useCase.name(), useCase.name() + CHANGES) : List.of(useCase.name()),
                    acts ? needs.everything() : needs.looks());
        }

        private static void count(List<String> who, Collection<Permission> allowed) {
            List<AskedOfIam> asked = way.calls().all().stream()
                    .filter(call -> !call.service().equals(ONLY_IN_THE_SANDBOX))
                    .flatMap(AskedOfIam::by)
                    .toList();
            who.forEach(one -> asked.forEach(question -> TALLY.count(one, allowed, question)));
            way.calls().clear();
        }
    }

    @Test
    @Order(1)
    void aStoreOfPoliciesThatIsNotThereIsMade() {
        way.anew();
        try (DynamoDbClient dynamoDb = way.cloud().aws().dynamoDb()) {
            dynamoDb.deleteTable(table -> table.tableName("acme-governance-policies"));
        }
        way.calls().clear();
        way.run("policy publish FOLDER/cap.yaml --yes", new Heard());
        assertThat(TALLY.refusedSince()).as("called and not declared").isEmpty();
    }

    @Test
    @Order(1)
    void aSchedulerBringsServicesToWhatTheirWindowsSay() {
        way.anew();
        way.calls().clear();
        WindowsUseCases.KEEP
                .at(way.cloud())
                .run(
                        new KeepWindows.Request(
                                WindowFileReader.read(folder.resolve("always.yaml")), Duration.ofMinutes(1)),
                        ProgressListener.SILENT);
        Heard.count(WindowsUseCases.KEEP);
        assertThat(TALLY.refusedSince()).as("called and not declared").isEmpty();
    }

    @ParameterizedTest
    @FieldSource("io.agentctl.cli.remote.Direct#ALL")
    @Order(1)
    void useCasesWithoutACommandCallWhatTheyDeclare(Direct<?, ?> direct) {
        way.anew();
        direct.before().forEach(line -> way.run(line, Witness.NOBODY));
        way.calls().clear();
        direct.at(way);
        Heard.count(direct.useCase());
        assertThat(TALLY.refusedSince()).as("called and not declared").isEmpty();
    }

    @Test
    @Order(2)
    void whatUseCasesDeclareIsCalled() {
        Set<String> unused = new TreeSet<>();
        for (NamedUseCase<?, ?> useCase : Catalogue.all()) {
            if (!OF_ANY_PLAN.contains(useCase)) {
                Needs needs = UseCaseNeeds.of(useCase);
                unused.addAll(TALLY.unused(useCase.name(), needs.looks()));
                Set<Permission> changes = new TreeSet<>(needs.changes());
                changes.removeAll(needs.looks());
                unused.addAll(TALLY.unused(useCase.name() + CHANGES, changes));
            }
        }
        assertThat(unused).isEqualTo(new TreeSet<>(PermissionExamples.BEYOND_THE_SANDBOX.keySet()));
    }
}
