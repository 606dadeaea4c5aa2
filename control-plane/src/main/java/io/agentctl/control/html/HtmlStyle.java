package io.agentctl.control.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How pages look, and what they may do. */
public final class HtmlStyle {

    private static final String STYLE = "report.css";

    private HtmlStyle() {}

    /**
     * The beginning of a page up to its body: no script, no network, light and dark as its reader has set, and a
     * content policy that holds it to that.
     */
    public static String head(String title) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                """
                + HtmlText.element("title", title)
                + "\n<style>\n"
                + style()
                + "</style>\n</head>\n";
    }

    private static String style() {
        try (InputStream stream = HtmlStyle.class.getResourceAsStream(STYLE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + STYLE, e);
        }
    }
}
