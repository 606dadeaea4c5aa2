package io.agentctl.plane.identity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** STS over HTTP. It follows no redirect, waits for nobody long, and reads no more than an answer of STS can be. */
final class HttpSts implements IdentityService {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration QUEUE = Duration.ofSeconds(5);
    private static final int CALLS_IN_FLIGHT = 16;
    private static final int MOST_BYTES = 64 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final Semaphore inFlight = new Semaphore(CALLS_IN_FLIGHT);

    @Override
    public String arn(PresignedCheck.Checked request) {
        HttpResponse<byte[]> answer = answer(request);
        if (answer.statusCode() / 100 == 2) {
            return text(answer.body(), "Arn").orElseThrow(() -> unreachable("STS answered without an ARN", null));
        }
        String code = text(answer.body(), "Code").orElse("status " + answer.statusCode());
        if (answer.statusCode() / 100 == 4) {
            throw Refusals.of(
                    "AWS does not take the signature: " + code.replaceAll("[^\\w. ]", "?"),
                    "Are the AWS credentials expired? aws sts get-caller-identity tells.");
        }
        throw unreachable("STS answered with status " + answer.statusCode(), null);
    }

    private HttpResponse<byte[]> answer(PresignedCheck.Checked checked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(checked.url())
                .timeout(ANSWER)
                .header("Accept", "text/xml")
                .GET();
        checked.headers().forEach(request::header);
        try {
            if (!inFlight.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusals.busy("too many sign in at once");
            }
            try {
                return http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            } finally {
                inFlight.release();
            }
        } catch (IOException failure) {
            // The message of some failures has the URL in it, and with it the signature.
            throw unreachable("STS does not answer (" + failure.getClass().getSimpleName() + ")", null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted while it asked STS", interrupted);
        }
    }

    private static AgentctlException unreachable(String what, Throwable cause) {
        return new AgentctlException(
                ErrorCode.UNREACHABLE, what + ", so nobody can sign in by AWS identity", "Try again.", null, cause);
    }

    /** The first element of a name; empty if there is none, or the answer is no XML. */
    private static Optional<String> text(byte[] xml, String element) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The usual handler writes to standard error.
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new ByteArrayInputStream(xml));
            NodeList found = document.getElementsByTagName(element);
            return found.getLength() == 0
                    ? Optional.empty()
                    : Optional.of(found.item(0).getTextContent().trim());
        } catch (ParserConfigurationException | SAXException | IOException ignored) {
            return Optional.empty();
        }
    }
}
