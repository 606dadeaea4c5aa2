package io.agentctl.cli.perf;

import io.agentctl.cli.option.Secret;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.scenario.DataRows;
import io.agentctl.control.performance.scenario.Request;
import io.agentctl.control.performance.scenario.Request.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine.Option;

/** One request, as options have it. */
final class RequestOptions {

    @Option(
            names = {"-X", "--method"},
            paramLabel = "METHOD",
            description = "Of HTTP; default: GET, or POST with a body.")
    private String method;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME: VALUE",
            description = "A header of each request; may be given again.")
    @Secret
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--body",
            paramLabel = "FILE|TEXT",
            description = "The body: @FILE, or the text itself. {{name}} is filled from --data.")
    @Secret
    private String body;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Rows to fill {{name}} in URL, headers and body from: CSV, or a JSON object a line.")
    private Path data;

    @Option(
            names = "--request-timeout",
            paramLabel = "DURATION",
            description = "How long a request may take; default: 10s.")
    private Duration timeout;

    @Option(names = "--http2", description = "Speak HTTP/2, at lower rates than HTTP/1.1.")
    private boolean http2;

    /** The request of a scenario, changed where options say so. */
    Request over(Request base, Path directory) {
        try {
            SequencedMap<String, String> merged = new LinkedHashMap<>(base.headers());
            headers().forEach((name, value) -> {
                merged.keySet().removeIf(name::equalsIgnoreCase);
                merged.put(name, value);
            });
            return new Request(
                    method == null ? base.method() : method.toUpperCase(Locale.ROOT),
                    base.path(),
                    merged,
                    body == null ? base.body() : text(directory),
                    data == null ? base.data() : DataRows.read(directory.resolve(data)),
                    timeout == null ? base.timeout() : timeout,
                    http2 ? Protocol.HTTP_2 : base.protocol());
        } catch (IllegalArgumentException unfit) {
            throw new AgentctlException(ErrorCode.USAGE, unfit.getMessage(), "", null, unfit);
        }
    }

    /** A request of options alone. */
    Request request(Path directory) {
        Request plain = new Request(
                body == null ? "GET" : "POST",
                Optional.empty(),
                new LinkedHashMap<>(),
                "",
                List.of(),
                Request.USUAL_TIMEOUT,
                Protocol.HTTP_1_1);
        return over(plain, directory);
    }

    private SequencedMap<String, String> headers() {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("'" + header + "' is no header such as 'Accept: text/plain'");
            }
            named.put(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip());
        }
        return named;
    }

    private String text(Path directory) {
        if (!body.startsWith("@")) {
            return body;
        }
        Path file = directory.resolve(body.substring(1));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND, "cannot read " + file + " as text", "--body takes @FILE or a text.", null, e);
        }
    }
}
