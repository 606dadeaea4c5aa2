package io.agentctl.control.remote;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The versions of two sides that do not understand each other.
 *
 * @param here of this program, such as {@code 1.4.0}
 * @param there of the control plane; empty if it does not say
 */
record Versions(String here, String there) {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})(\\.\\d{1,9})*(-.*)?");

    /** Which side to upgrade, as far as the versions tell. */
    String advice() {
        if (!NUMBERED.matcher(here).matches() || !NUMBERED.matcher(there).matches()) {
            return "One of the two is older, and is to be upgraded: this agentctl is " + here
                    + (there.isEmpty() ? "." : ", the control plane " + there + ".");
        }
        int order = compare(numbers(here), numbers(there));
        if (order < 0) {
            return "Upgrade this agentctl: it is " + here + ", the control plane " + there + ".";
        }
        return order > 0
                ? "Have the control plane upgraded: it is " + there + ", this agentctl " + here + "."
                : "Both say that they are " + here + ": is the URL the control plane's, with nothing in between?";
    }

    private static List<Integer> numbers(String version) {
        return Stream.of(version.replaceFirst("-.*", "").split("\\."))
                .map(Integer::valueOf)
                .toList();
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int at = 0; at < Math.max(one.size(), other.size()); at++) {
            int order = Integer.compare(at < one.size() ? one.get(at) : 0, at < other.size() ? other.get(at) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
