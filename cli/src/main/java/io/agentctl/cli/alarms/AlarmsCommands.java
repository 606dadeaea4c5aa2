package io.agentctl.cli.alarms;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.alarms.upkeep.PlanMute;
import io.agentctl.control.catalogue.AlarmsUseCases;
import io.agentctl.control.place.Place;
import java.util.List;

/** {@code agentctl alarms}: its verbs, with the use cases that they run. */
public final class AlarmsCommands {

    private final Wiring wiring;

    public AlarmsCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf("list", "List alarms: how each stands, whose it is, whom it tells.", this::list),
                new Leaf(
                        "plan",
                        "Plan the alarms that objectives want, and when they would fire.",
                        () -> new AlarmsPlan(wiring.monitoring(), plan())),
                new Leaf(
                        "apply",
                        "Bring alarms to what objectives want.",
                        () -> new AlarmsApply(wiring.monitoring(), plan(), wiring.applyPlan())),
                new Leaf(
                        "diff",
                        "Show what of alarms was edited by hand, field by field.",
                        () -> new AlarmsDiff(wiring.monitoring(), plan())),
                new Leaf(
                        "prune",
                        "Delete alarms of the project that nothing asks for any more.",
                        () -> new AlarmsPrune(wiring.monitoring(), plan(), wiring.applyPlan())),
                new Leaf("backtest", "Try alarms, or find better thresholds, on what was measured.", this::backtest),
                new Leaf("test", "Set an alarm off, see who is told, and set it back.", this::test),
                new Leaf("history", "Show what alarms did, and whom they told.", this::history),
                new Leaf(
                        "mute",
                        "Have an alarm tell nobody for a while.",
                        () -> new AlarmsMute(mutes(), wiring.applyPlan(), Place.actor())),
                new Leaf(
                        "unmute",
                        "Have an alarm tell people again.",
                        () -> new AlarmsUnmute(mutes(), wiring.applyPlan())));
    }

    private UseCase<PlanAlarms.Request, AlarmPlan> plan() {
        wiring.expectCalls();
        return wiring.use(AlarmsUseCases.PLAN);
    }

    private UseCase<PlanMute.Request, AlarmPlan> mutes() {
        wiring.expectCalls();
        return wiring.use(AlarmsUseCases.PLAN_MUTE);
    }

    private AlarmsList list() {
        wiring.expectCalls();
        return new AlarmsList(wiring.use(AlarmsUseCases.LIST), wiring::clock);
    }

    private AlarmsBacktest backtest() {
        return new AlarmsBacktest(
                wiring.monitoring()::read,
                wiring.use(AlarmsUseCases.BACKTEST),
                wiring.surroundings().directory());
    }

    private AlarmsHistory history() {
        wiring.expectCalls();
        return new AlarmsHistory(wiring.use(AlarmsUseCases.HISTORY));
    }

    private AlarmsTest test() {
        wiring.expectCalls();
        return new AlarmsTest(wiring.use(AlarmsUseCases.TEST));
    }
}
