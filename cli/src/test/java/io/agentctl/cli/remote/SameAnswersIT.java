package io.agentctl.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.remote.Answer.Carried;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * In this process and by a control plane, every use case of the catalogue gives the same JSON, and so does every
 * command that uses one. Use cases are heard of while commands run; what no example runs, fails.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SameAnswersIT {

    private static final Set<String> CARRIED = new TreeSet<>();

    @TempDir
    private static Path folder;

    private static TwoWays ways;

    @BeforeAll
    static void start() throws IOException {
        ways = new TwoWays(folder, SmallRuntime.WORLD, SmallRuntime.FILES);
        assertThat(Commands.in(folder).run("slo init").code()).isZero();
        ways.measureALoad();
    }

    @AfterAll
    static void stop() {
        ways.close();
    }

    @ParameterizedTest
    @FieldSource("io.agentctl.cli.remote.Examples#ALL")
    @Order(1)
    void whatACommandAnswersIsTheSame(Example example) {
        if (!example.changes()) {
            prepare(example);
        }
        List<Answer> both = both(() -> answer(example, true), () -> answer(example, false));

        Answer here = both.getFirst();
        Answer there = both.getLast();
        assertThat(there.carried()).as("use cases").isEqualTo(here.carried());
        assertThat(there).isEqualTo(here);
        assertThat(there.carried())
                .as("use cases of the catalogue that it runs")
                .isNotEmpty();
        there.carried().stream().map(Carried::name).forEach(CARRIED::add);
    }

    private static void prepare(Example example) {
        if (example.changes() || !example.before().isEmpty()) {
            ways.anew();
        }
        example.before().forEach(ways::here);
    }

    private static Answer answer(Example example, boolean here) {
        if (example.changes()) {
            prepare(example);
        }
        Answer answer = here ? ways.here(example.line()) : ways.there(example.line());
        return example.changes() ? answer.ofAWorldOfItsOwn() : answer;
    }

    @ParameterizedTest
    @FieldSource("io.agentctl.cli.remote.Direct#ALL")
    @Order(1)
    void whatAUseCaseWithoutACommandAnswersIsTheSame(Direct<?, ?> direct) {
        List<Carried> both = both(() -> direct.here(ways), () -> direct.there(ways));

        assertThat(both.getLast()).isEqualTo(both.getFirst());
        CARRIED.add(both.getLast().name());
    }

    /** What is measured by the minute is another thing in the next one: then it is asked again. */
    private static <T> List<T> both(Supplier<T> here, Supplier<T> there) {
        while (true) {
            Instant begun = minute();
            List<T> both = List.of(here.get(), there.get());
            if (both.getFirst().equals(both.getLast()) || begun.equals(minute())) {
                return both;
            }
        }
    }

    private static Instant minute() {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    @Order(2)
    void everyUseCaseHasAnExample() {
        assertThat(CARRIED)
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.all().stream().map(NamedUseCase::name).toList());
    }

    @Test
    void everyCommandHasAnExampleOrAReasonToBeLocal() {
        for (String verb : Commands.verbs()) {
            boolean travels = Examples.ALL.stream().anyMatch(example -> example.of(verb));
            assertThat(travels)
                    .as(verb + " has an example or a reason, and not both")
                    .isNotEqualTo(Examples.LOCAL.containsKey(verb));
        }
        assertThat(Commands.verbs()).containsAll(Examples.LOCAL.keySet());
    }
}
