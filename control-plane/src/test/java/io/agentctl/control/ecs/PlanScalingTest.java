package io.agentctl.control.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Change;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.Suspension;
import io.agentctl.control.scaling.TargetTracking;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanScalingTest {

    private static final TargetTracking TRACKING = new TargetTracking("cpu", 70, 300, null, false);
    private static final ObservedService SCALED =
            Observed.service("api", new ObservedScaling(new Bounds(2, 6), Suspension.NONE, TRACKING, 0));
    private static final ObservedService UNSCALED = Observed.service("api", null);

    @Test
    void onlyWhatDiffersIsChanged() {
        assertThat(PlanScaling.plan(SCALED, request(2, 10, 60.0, 300, 60)))
                .extracting(Change::field, Change::from, Change::to)
                .containsExactly(
                        tuple("max-tasks", "6", "10"),
                        tuple("cpu-target", "70", "60"),
                        tuple("scale-out-cooldown", "", "60"));
    }

    @Test
    void whatIsSoAlreadyNeedsNoChange() {
        assertThat(PlanScaling.plan(SCALED, request(2, 6, 70.0, 300, null))).isEmpty();
    }

    @Test
    void aServiceThatDoesNotScaleYetNeedsBothBounds() {
        assertRefused(UNSCALED, request(2, null, null, null, null), "needs both --min and --max");
    }

    @Test
    void boundsInTheWrongOrderAreRefused() {
        assertRefused(SCALED, request(8, null, null, null, null), "--min 8 is above --max 6");
    }

    @Test
    void coolDownsWithoutACpuTargetAreRefused() {
        assertRefused(UNSCALED, request(1, 2, null, 300, null), "add --target-cpu");
    }

    private static void assertRefused(ObservedService service, PlanScaling.Request request, String message) {
        assertThatThrownBy(() -> PlanScaling.plan(service, request))
                .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.USAGE))
                .hasMessageContaining(message);
    }

    private static PlanScaling.Request request(Integer min, Integer max, Double target, Integer in, Integer out) {
        return new PlanScaling.Request(
                Services.one("main", "api"),
                Optional.ofNullable(min),
                Optional.ofNullable(max),
                Optional.ofNullable(target),
                Optional.ofNullable(in),
                Optional.ofNullable(out));
    }
}
