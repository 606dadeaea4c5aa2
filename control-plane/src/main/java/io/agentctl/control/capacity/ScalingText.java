package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.Suspension;
import io.agentctl.control.scaling.TargetTracking;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scaling settings as text: short ones for plans, whole ones for the journal. */
final class ScalingText {

    /** What the policy is called where there is none yet. */
    static final String POLICY = "agentctl-utilization";

    private static final Pattern WANTED = Pattern.compile("(\\d{1,9}-\\d{1,9}) at (\\d{1,2}) %");

    /** Bounds, three flags, and a policy: its target, cooldowns, flag and name. */
    private static final Pattern FULL =
            Pattern.compile("(\\d+-\\d+) ([01])([01])([01])(?: ([0-9.]+) (\\d+|-) (\\d+|-) ([01]) (.+))?");

    private ScalingText() {}

    /** {@code 5-100 at 70 %}. */
    static String brief(ObservedScaling scaling) {
        return scaling.bounds()
                + scaling.targetTracking()
                        .map(tracking -> " at " + percent(tracking.targetPercent()) + " %")
                        .orElse("")
                + (scaling.suspension().any() ? ", suspended" : "");
    }

    /** What is asked for, as {@link #brief} writes it. */
    static AutoScaled wanted(String text) {
        Matcher form = WANTED.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("scaling is MIN-MAX at TARGET %, not " + text);
        }
        Bounds bounds = Bounds.parse(form.group(1));
        return new AutoScaled(bounds.min(), bounds.max(), Integer.parseInt(form.group(2)));
    }

    /** Scaling as it is to be, keeping of what there is all that is not asked for. */
    static ObservedScaling wanted(AutoScaled setting, Optional<ObservedScaling> present) {
        TargetTracking tracking = present.flatMap(ObservedScaling::targetTracking)
                .map(there -> new TargetTracking(
                        there.policyName(),
                        setting.targetPercent(),
                        there.scaleInCooldown(),
                        there.scaleOutCooldown(),
                        there.disableScaleIn()))
                .orElseGet(() -> new TargetTracking(POLICY, setting.targetPercent(), null, null, false));
        return new ObservedScaling(
                new Bounds(setting.min(), setting.max()),
                present.map(ObservedScaling::suspension).orElse(Suspension.NONE),
                tracking,
                present.map(ObservedScaling::otherPolicies).orElse(0));
    }

    /** All of it, but for other policies. */
    static String full(ObservedScaling scaling) {
        Suspension suspension = scaling.suspension();
        String text = scaling.bounds() + " " + flag(suspension.scaleIn()) + flag(suspension.scaleOut())
                + flag(suspension.scheduled());
        return scaling.targetTracking()
                .map(tracking -> text + " " + tracking.targetPercent() + " " + seconds(tracking.scaleInCooldown()) + " "
                        + seconds(tracking.scaleOutCooldown()) + " " + flag(tracking.disableScaleIn()) + " "
                        + tracking.policyName())
                .orElse(text);
    }

    /** Reads what {@link #full} wrote. */
    static ObservedScaling parse(String text) {
        Matcher form = FULL.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not scaling settings: " + text);
        }
        TargetTracking tracking = form.group(5) == null
                ? null
                : new TargetTracking(
                        form.group(9),
                        Double.parseDouble(form.group(5)),
                        seconds(form.group(6)),
                        seconds(form.group(7)),
                        flag(form.group(8)));
        return new ObservedScaling(
                Bounds.parse(form.group(1)),
                new Suspension(flag(form.group(2)), flag(form.group(3)), flag(form.group(4))),
                tracking,
                0);
    }

    private static String percent(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String flag(boolean flag) {
        return flag ? "1" : "0";
    }

    private static boolean flag(String text) {
        return text.equals("1");
    }

    private static String seconds(Integer seconds) {
        return seconds == null ? "-" : seconds.toString();
    }

    private static Integer seconds(String text) {
        return text.equals("-") ? null : Integer.valueOf(text);
    }
}
