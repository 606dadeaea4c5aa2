package io.agentctl.cli.alarms;

import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.alarms.signals.SignalsChange;
import io.agentctl.control.alarms.signals.SignalsPlan;

/** What is done with objectives that Application Signals keeps, as people read it. */
final class SignalsLines {

    private SignalsLines() {}

    static void layout(SignalsPlan plan, Page page) {
        for (SignalsChange change : plan.changes()) {
            page.line(tone(change), sign(change) + " " + change.name() + " in Application Signals" + why(change));
            change.fields()
                    .forEach(field -> page.line("    " + field.field() + ": " + shown(field.from()) + " "
                            + page.theme().arrow() + " " + shown(field.to())));
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static Tone tone(SignalsChange change) {
        return switch (change.kind()) {
            case ADD -> Tone.GOOD;
            case CHANGE -> Tone.WARNING;
            case MAKE_ANEW, DELETE -> Tone.BAD;
        };
    }

    private static String sign(SignalsChange change) {
        return switch (change.kind()) {
            case ADD -> "+";
            case CHANGE -> "~";
            case MAKE_ANEW -> "-/+";
            case DELETE -> "-";
        };
    }

    private static String why(SignalsChange change) {
        return switch (change.kind()) {
            case ADD -> "";
            case CHANGE, DELETE -> "  " + change.why();
            case MAKE_ANEW ->
                "  " + change.why() + "; it cannot be changed so, and is made anew: what it has counted is lost";
        };
    }
}
