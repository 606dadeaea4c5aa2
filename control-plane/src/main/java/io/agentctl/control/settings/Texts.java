package io.agentctl.control.settings;

import java.net.URI;

/** Reads values from the texts of configuration and environment; all throw IllegalArgumentException. */
final class Texts {

    private Texts() {}

    /** An absolute http or https URL with a host. */
    static URI httpUrl(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }

    /** A share over 0 and up to 1, from percent, with or without the sign: {@code 70}, {@code 70%}. */
    static Double percent(String text) {
        double percent = Double.parseDouble(
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text);
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException(text);
        }
        return percent / 100;
    }

    /** A region's name, such as {@code eu-central-1}. */
    static String region(String text) {
        if (!text.matches("[a-z]{2,4}(-[a-z0-9]+)+-[0-9]{1,2}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
