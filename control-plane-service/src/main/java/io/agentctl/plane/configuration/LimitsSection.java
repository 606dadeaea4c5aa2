package io.agentctl.plane.configuration;

import io.agentctl.control.yaml.Form;
import java.util.List;

/**
 * What a caller may take.
 *
 * @param rate requests a second that each caller may make for long
 * @param burst requests that a caller may make at once
 */
public record LimitsSection(int rate, int burst) {

    static final List<String> KEYS = List.of("rate", "burst");

    private static final int USUAL_RATE = 20;
    private static final int USUAL_BURST = 60;
    private static final int MOST = 100_000;

    static LimitsSection read(Form form) {
        return new LimitsSection(
                Values.number(form, "rate", USUAL_RATE, 1, MOST), Values.number(form, "burst", USUAL_BURST, 1, MOST));
    }
}
