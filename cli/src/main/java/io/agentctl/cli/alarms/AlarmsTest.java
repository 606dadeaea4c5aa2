package io.agentctl.cli.alarms;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.CompositeExplanation;
import io.agentctl.control.alarms.upkeep.CompositeExplanation.Child;
import io.agentctl.control.alarms.upkeep.Delivery;
import io.agentctl.control.alarms.upkeep.TestAlarm;
import io.agentctl.control.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code alarms test}. */
@Command(
        footer = {
            "agentctl alarms test acme-availability-burn-1h  # really tells whoever it tells; asks first",
            "agentctl alarms test acme-slow --yes --timeout 2m",
        })
public final class AlarmsTest implements Verb {

    /** CloudWatch carries out actions within seconds. */
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    private final UseCase<TestAlarm.Request, TestAlarm.Result> test;

    @Parameters(paramLabel = "NAME", description = "The alarm.")
    private String name;

    public AlarmsTest(UseCase<TestAlarm.Request, TestAlarm.Result> test) {
        this.test = test;
    }

    @Override
    public int call(Console console) {
        console.confirm("Set " + name + " to ALARM, which tells everybody whom it tells, and back?");
        TestAlarm.Result seen = test.run(
                new TestAlarm.Request(name, console.flags().waiting().timeoutOr(USUAL_PATIENCE)), console.progress());
        console.print(Document.of(seen, page -> layout(seen, page)));
        return seen.missed().isEmpty() ? Exit.OK : ErrorCode.VERDICT_NO.exitCode();
    }

    private static void layout(TestAlarm.Result seen, Page page) {
        seen.delivered().forEach(delivery -> page.line(tone(delivery), delivery.text() + source(delivery)));
        seen.missed().ifPresent(missed -> page.line(Tone.BAD, missed));
        page.line(seen.alarm() + " was set to ALARM and back to " + seen.before() + " by " + seen.operation() + ".");
        seen.explanation().ifPresent(explanation -> explain(explanation, page));
    }

    private static Tone tone(Delivery delivery) {
        return delivery.text().startsWith("Fail") ? Tone.BAD : Tone.GOOD;
    }

    private static String source(Delivery delivery) {
        return switch (delivery.seen()) {
            case HISTORY -> " (CloudWatch's history)";
            case QUEUE -> " (read from the sandbox's queue)";
        };
    }

    private static void explain(CompositeExplanation explanation, Page page) {
        page.line("It goes to ALARM by itself when " + explanation.rule());
        page.table(
                explanation.children(),
                List.of(
                        Column.text("CHILD", Child::alarm),
                        Column.text("IS", child -> child.state().name()),
                        Column.text("WOULD HAVE TO BE", Child::wanted)));
        if (!explanation.suppressor().isEmpty()) {
            page.line("While " + explanation.suppressor() + " is in ALARM, it tells nobody.");
        }
    }
}
