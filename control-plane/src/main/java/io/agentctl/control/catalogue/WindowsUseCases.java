package io.agentctl.control.catalogue;

import io.agentctl.control.aws.Lazy;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.windows.run.ApplyWindows;
import io.agentctl.control.windows.run.ApplyWish;
import io.agentctl.control.windows.run.KeepWindows;
import io.agentctl.control.windows.run.PlanWindows;
import io.agentctl.control.windows.run.PlanWish;
import io.agentctl.control.windows.run.PriceServices;
import io.agentctl.control.windows.run.ShowWindows;
import io.agentctl.control.windows.run.WindowPlan;
import io.agentctl.control.windows.run.WishPlan;
import io.agentctl.control.windows.scheduled.PlanSchedules;
import java.util.List;

/** What can be asked of windows in which services sleep. */
public final class WindowsUseCases {

    /** What services cost awake. */
    public static final NamedUseCase<PriceServices.Request, PriceServices.Result> PRICE = NamedUseCase.reading(
            "windows.price", PriceServices.Request.class, PriceServices.Result.class, here -> here.windows()
                    .price(here.prices()::services));

    /** What would be put to sleep or woken now. */
    public static final NamedUseCase<PlanWindows.Request, WindowPlan> PLAN =
            NamedUseCase.reading("windows.plan", PlanWindows.Request.class, WindowPlan.class, here -> here.windows()
                    .plan());

    /** Services brought to what their windows say now. */
    public static final NamedUseCase<ApplyWindows.Request, ApplyWindows.Result> APPLY = NamedUseCase.changing(
            "windows.apply", ApplyWindows.Request.class, ApplyWindows.Result.class, WindowsUseCases::applying);

    /** Services brought to what their windows say now, whatever that is: what a scheduler runs. */
    public static final NamedUseCase<KeepWindows.Request, ApplyWindows.Result> KEEP = NamedUseCase.changing(
            "windows.keep",
            KeepWindows.Request.class,
            ApplyWindows.Result.class,
            here -> new KeepWindows(here.windows().plan(), applying(here), here.clock()));

    /** The same windows as scheduled actions of AWS. */
    public static final NamedUseCase<PlanSchedules.Request, PlanSchedules.Result> PLAN_SCHEDULES = NamedUseCase.reading(
            "windows.plan-schedules", PlanSchedules.Request.class, PlanSchedules.Result.class, here -> here.schedules()
                    .plan());

    /** Who sleeps, until when. */
    public static final NamedUseCase<ShowWindows.Request, ShowWindows.Result> STATUS = NamedUseCase.reading(
            "windows.status", ShowWindows.Request.class, ShowWindows.Result.class, here -> here.windows()
                    .show());

    /** What a wish for a service would change. */
    public static final NamedUseCase<PlanWish.Request, WishPlan> PLAN_WISH =
            NamedUseCase.reading("windows.plan-wish", PlanWish.Request.class, WishPlan.class, here -> here.windows()
                    .planWish());

    /** A service awake or asleep for a while, whatever its windows say. */
    public static final NamedUseCase<ApplyWish.Request, ApplyWindows.Result> APPLY_WISH = NamedUseCase.changing(
            "windows.apply-wish", ApplyWish.Request.class, ApplyWindows.Result.class, here -> here.windows()
                    .applyWish(here.operations()::journal, new Lazy<>(here.operations()::runner)));

    private WindowsUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(PRICE, PLAN, APPLY, KEEP, PLAN_SCHEDULES, STATUS, PLAN_WISH, APPLY_WISH);
    }

    private static ApplyWindows applying(Cloud here) {
        return here.windows().apply(here.operations()::journal, new Lazy<>(here.operations()::runner));
    }
}
