package io.agentctl.plane.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.watch.CheckLatest;
import io.agentctl.control.schedules.KnownFinding.Telling;
import io.agentctl.control.schedules.ScheduleFinding;
import io.agentctl.control.schedules.ScheduleStanding;
import io.agentctl.control.schedules.ScheduleStanding.Result;
import io.agentctl.control.team.Partition;
import io.agentctl.plane.TeamTable;
import io.agentctl.plane.errand.LoadCheck;
import io.agentctl.plane.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is begun when, what is found and told, with runs and a clock of the test's own. */
class DueTimesIT {

    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
    private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:on-call";
    private static final Schedule LOADS = new Schedule(
            "loads",
            new Timing.Every(Duration.ofMinutes(5)),
            new LoadCheck("baseline", List.of("p95<500ms")),
            Optional.of(TOPIC));
    private static TeamTable table;

    private final AtomicLong millis = new AtomicLong(TEN.toEpochMilli());
    private final MemoryRunsOfSchedules runs = new MemoryRunsOfSchedules();
    private final List<String> told = new ArrayList<>();
    private final List<String> trouble = new ArrayList<>();
    private boolean topicIsThere = true;
    private Partition standings;
    private DueTimes leader;

    @BeforeAll
    static void start() {
        table = TeamTable.start();
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @BeforeEach
    void nothingWasBegun() {
        standings = table.unwritten();
        leader = instance("first", LOADS);
    }

    private DueTimes instance(String name, Schedule... schedules) {
        return new DueTimes(
                List.of(schedules),
                standings,
                runs,
                this::tell,
                name,
                this::now,
                new Patience(() -> millis.get() * 1_000_000, failure -> trouble.add(failure.getMessage())));
    }

    private void tell(Schedule schedule, ScheduleStanding standing) {
        if (!topicIsThere) {
            throw new AgentctlException(ErrorCode.NOT_FOUND, "there is no such topic", "");
        }
        FindingsMessage message = FindingsMessage.of(standing, "acme", "here");
        told.add(message.subject() + "\n" + message.text());
    }

    private Instant now() {
        return Instant.ofEpochMilli(millis.get());
    }

    private void at(String time) {
        millis.set(Instant.parse("2026-11-02T" + time + "Z").toEpochMilli());
    }

    private void look() {
        leader.look(() -> OptionalLong.of(1));
    }

    /** Until there is nothing more to do at this time. */
    private void settle() {
        look();
        look();
        look();
    }

    private ScheduleStanding standing() {
        return Ledger.open(standings, "loads").standing().orElseThrow();
    }

    private static RunId due(String time, int attempt) {
        return new RunId(DueTimes.id(LOADS, Instant.parse("2026-11-02T" + time + "Z"), attempt));
    }

    private static JsonNode measured(LoadResult.Verdict verdict) {
        LoadResult.Standing standing =
                verdict == LoadResult.Verdict.MISSED ? LoadResult.Standing.MISSED : LoadResult.Standing.MET;
        return RecordTree.of(new CheckLatest.Result(
                "run-7",
                TEN,
                "baseline",
                verdict,
                List.of(new ThresholdOutcome("p95<500ms", "p95<500ms", standing, "640 ms"))));
    }

    private void fine() {
        runs.succeed(measured(LoadResult.Verdict.PASSED), now());
    }

    private void slow() {
        runs.succeed(measured(LoadResult.Verdict.MISSED), now());
    }

    @Test
    void eachDueTimeIsBegunOnceAndTheLatestOfThoseMissedIsMadeUpFor() {
        look();
        fine();
        at("10:04:59");
        settle();
        DueTimes second = instance("second", LOADS);
        second.look(() -> OptionalLong.of(2));
        at("10:21:00");
        second.look(() -> OptionalLong.of(2));

        assertThat(runs.begun()).containsExactly(due("10:00:00", 1), due("10:20:00", 1));
        assertThat(standing().next()).isEqualTo("2026-11-02T10:25:00Z");
    }

    @Test
    void theNextOneWaitsUntilTheOneBeforeIsOver() {
        look();
        at("10:17:00");
        settle();
        assertThat(runs.begun()).hasSize(1);

        fine();
        settle();

        assertThat(runs.begun()).containsExactly(due("10:00:00", 1), due("10:15:00", 1));
    }

    @Test
    void aLeaderThatWasGivenUpBeginsNothingMore() {
        leader.look(() -> OptionalLong.of(2));
        fine();
        leader.look(() -> OptionalLong.of(2));
        at("10:05:00");

        instance("slow", LOADS).look(() -> OptionalLong.of(1));
        instance("other", LOADS).look(OptionalLong::empty);

        assertThat(runs.begun()).containsExactly(due("10:00:00", 1));
    }

    @Test
    void whatWasNotedAndNotBegunASuccessorBegins() {
        runs.refuse(ErrorCode.UNREACHABLE, "cut off");
        look();
        runs.admit();

        instance("second", LOADS).look(() -> OptionalLong.of(2));

        assertThat(runs.begun()).containsExactly(due("10:00:00", 1));
    }

    @Test
    void whatAnInstanceTookWithItIsBegunAgainButNotForEver() {
        look();
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(runs.begun()).hasSize(attempt).last().isEqualTo(due("10:00:00", attempt));
            runs.fail(ErrorCode.INTERRUPTED, "the instance was lost", "second", now());
            settle();
        }

        assertThat(runs.begun()).hasSize(3);
        assertThat(standing().outcome().orElseThrow().result()).isEqualTo(Result.FAILED);
    }

    @Test
    void whatSomebodyStoppedIsNotBegunAgain() {
        look();
        runs.fail(ErrorCode.INTERRUPTED, "stopped", "first", now());
        settle();

        assertThat(runs.begun()).hasSize(1);
        assertThat(standing().outcome().orElseThrow().text()).isEqualTo("stopped");
    }

    @Test
    void aFindingIsToldOnceAndOnceMoreWhenItIsOver() {
        look();
        slow();
        settle();
        assertThat(told).singleElement().satisfies(text -> assertThat(text)
                .startsWith("acme, loads: 1 finding\n")
                .contains(
                        "- load baseline missed a threshold in run-7: p95<500ms, measured 640 ms",
                        "Next:\n- agentctl perf history --scenario baseline",
                        due("10:00:00", 1).value()));
        assertThat(standing().outcome().orElseThrow().result()).isEqualTo(Result.FINDINGS);

        at("10:05:00");
        settle();
        slow();
        settle();
        assertThat(told).as("it is known").hasSize(1);
        assertThat(standing().findings()).singleElement().satisfies(known -> {
            assertThat(known.since()).isEqualTo(TEN);
            assertThat(known.telling()).isEqualTo(Telling.TOLD);
        });

        at("10:10:00");
        settle();
        fine();
        settle();
        assertThat(told)
                .hasSize(2)
                .last()
                .asString()
                .contains("loads: 1 finding over", "Over:\n- load baseline is over\n");
        assertThat(standing().findings()).isEmpty();
    }

    @Test
    void aTopicThatIsNotThereKeepsNothingElseAndIsToldLater() {
        topicIsThere = false;
        look();
        slow();
        settle();
        at("10:05:00");
        settle();
        assertThat(runs.begun()).hasSize(2);
        assertThat(trouble).containsExactly("there is no such topic");

        topicIsThere = true;
        at("10:05:40");
        settle();
        assertThat(told).hasSize(1);
    }

    @Test
    void aRunThatFailsIsAFindingAndWhatWasFoundBeforeStays() {
        look();
        slow();
        settle();
        at("10:05:00");
        settle();
        runs.fail(ErrorCode.UNREACHABLE, "DynamoDB does not answer", "first", now());
        settle();

        assertThat(told).hasSize(2).last().asString().contains("could not do its work: DynamoDB does not answer");
        assertThat(standing().there()).hasSize(2);
    }

    @Test
    void whatWaitsForASecondPersonIsToldOnceAndOnceMoreWhenItIsOver() {
        String run = due("10:00:00", 1).value();
        look();
        runs.hold("approval " + run + ", until 2026-11-02T11:00:00Z");
        settle();
        at("10:21:00");
        settle();
        assertThat(runs.begun()).as("the next ones wait with it").hasSize(1);
        assertThat(told)
                .singleElement()
                .asString()
                .contains(
                        "- approval of " + run + " is asked for, and nothing is done before: it waits for approval "
                                + run + ", until 2026-11-02T11:00:00Z",
                        "Next:\n- agentctl ops approvals approve " + run);

        fine();
        settle();

        assertThat(told).hasSize(2).last().asString().contains("Over:\n- approval of " + run + " is over");
        assertThat(standing().findings()).isEmpty();
    }

    @Test
    void whatNobodyApprovedIsAFindingAndWaitsNoLonger() {
        String run = due("10:00:00", 1).value();
        look();
        runs.hold("approval " + run);
        settle();
        runs.fail(ErrorCode.NOT_ALLOWED, "what was asked for as " + run + " was not approved in time", "first", now());
        settle();

        assertThat(told)
                .hasSize(2)
                .last()
                .asString()
                .contains(
                        "could not do its work: what was asked for as " + run + " was not approved in time",
                        "Over:\n- approval of " + run + " is over");
        assertThat(standing().there()).extracting(ScheduleFinding::what).containsExactly("schedule");
    }

    @Test
    void whatCannotBeBegunIsTriedAgainKeepsNothingElseAndIsToldOnce() {
        Schedule other = new Schedule("other", LOADS.timing(), LOADS.errand(), Optional.empty());
        leader = instance("first", LOADS, other);
        runs.refuse(ErrorCode.BAD_DOCUMENT, "there is no such file");
        for (int second = 0; second < 120; second++) {
            look();
            millis.addAndGet(1_000);
        }
        assertThat(told).hasSize(2);
        assertThat(trouble).as("one for each").hasSize(2);
        assertThat(standing().outcome()).isEmpty();

        runs.admit();
        millis.addAndGet(60_000);
        settle();
        assertThat(runs.begun()).as("the due time of ten, of both").hasSize(2).contains(due("10:00:00", 1));
        fine();
        settle();
        assertThat(told).last().asString().contains("1 finding over");
    }

    @Test
    void whoIsNotAllowedIsToldSoAndAskedAgainAtTheNextTimeOnly() {
        runs.refuse(ErrorCode.NOT_ALLOWED, "schedule:loads has not the role operator");
        for (int second = 0; second < 200; second++) {
            look();
            millis.addAndGet(1_000);
        }

        assertThat(standing().outcome().orElseThrow().text()).isEqualTo("schedule:loads has not the role operator");
        assertThat(trouble).hasSize(1);
        assertThat(told).hasSize(1);
        runs.admit();
        at("10:05:00");
        settle();
        assertThat(runs.begun()).containsExactly(due("10:05:00", 1));
    }
}
