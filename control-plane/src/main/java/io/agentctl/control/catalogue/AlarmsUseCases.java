package io.agentctl.control.catalogue;

import io.agentctl.control.alarms.replay.BacktestAlarms;
import io.agentctl.control.alarms.replay.HistoryReader;
import io.agentctl.control.alarms.replay.PagesOfHistory;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.alarms.upkeep.ListAlarms;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.alarms.upkeep.PlanMute;
import io.agentctl.control.alarms.upkeep.ShowHistory;
import io.agentctl.control.alarms.upkeep.TestAlarm;
import java.util.List;

/** What can be asked of alarms. */
public final class AlarmsUseCases {

    /** How each stands, whose it is, whom it tells. */
    public static final NamedUseCase<ListAlarms.Request, ListAlarms.Result> LIST =
            NamedUseCase.reading("alarms.list", ListAlarms.Request.class, ListAlarms.Result.class, here -> here.alarms()
                    .listing());

    /** The alarms that objectives want, against those that are there. */
    public static final NamedUseCase<PlanAlarms.Request, AlarmPlan> PLAN =
            NamedUseCase.reading("alarms.plan", PlanAlarms.Request.class, AlarmPlan.class, here -> here.alarms()
                    .planning(
                            new PagesOfHistory(new HistoryReader(here.metrics()), here.clock()),
                            here.prices()::alarms));

    /** An alarm that tells nobody for a while. */
    public static final NamedUseCase<PlanMute.Request, AlarmPlan> PLAN_MUTE =
            NamedUseCase.reading("alarms.plan-mute", PlanMute.Request.class, AlarmPlan.class, here -> here.alarms()
                    .muting());

    /** Alarms tried on what was measured. */
    public static final NamedUseCase<BacktestAlarms.Request, BacktestAlarms.Result> BACKTEST = NamedUseCase.reading(
            "alarms.backtest", BacktestAlarms.Request.class, BacktestAlarms.Result.class, here -> here.alarms()
                    .backtesting(new HistoryReader(here.metrics())));

    /** What alarms did, and whom they told. */
    public static final NamedUseCase<ShowHistory.Request, ShowHistory.Result> HISTORY = NamedUseCase.reading(
            "alarms.history", ShowHistory.Request.class, ShowHistory.Result.class, here -> here.alarms()
                    .history());

    /** An alarm set off, and set back. */
    public static final NamedUseCase<TestAlarm.Request, TestAlarm.Result> TEST =
            NamedUseCase.changing("alarms.test", TestAlarm.Request.class, TestAlarm.Result.class, here -> here.alarms()
                    .testing(here.operations()::runner));

    private AlarmsUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(LIST, PLAN, PLAN_MUTE, BACKTEST, HISTORY, TEST);
    }
}
