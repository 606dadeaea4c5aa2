package io.agentctl.control.lambda;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionCodeLocation;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;

/** The code of a function, to be sent again unchanged: that alone moves a function to another processor. */
final class FunctionCode {

    /** The largest archive that a request may carry (Lambda Developer Guide, "Lambda quotas"). */
    private static final int MOST_BYTES = 50 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final FunctionsGateway functions;

    FunctionCode(FunctionsGateway functions) {
        this.functions = functions;
    }

    /**
     * An update that leaves the code as it is.
     *
     * @throws AgentctlException FAILED if it is larger than an update may carry; UNREACHABLE
     */
    UpdateFunctionCodeRequest.Builder unchanged(FunctionName name) {
        FunctionCodeLocation code = functions.code(name);
        UpdateFunctionCodeRequest.Builder update =
                UpdateFunctionCodeRequest.builder().functionName(name.value());
        return code.imageUri() != null
                ? update.imageUri(code.imageUri())
                : update.zipFile(SdkBytes.fromByteArrayUnsafe(archive(name, URI.create(code.location()))));
    }

    private static byte[] archive(FunctionName name, URI location) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(location).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                throw unreachable(name, "HTTP " + response.statusCode(), null);
            }
            if (response.body().length > MOST_BYTES) {
                throw new AgentctlException(
                        ErrorCode.FAILED,
                        "the code of " + name + " is " + response.body().length
                                + " bytes long, and an update may carry " + MOST_BYTES,
                        "It can be measured on its present architecture only: leave out --architectures.");
            }
            return response.body();
        } catch (IOException e) {
            throw unreachable(name, e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgentctlException(ErrorCode.INTERRUPTED, "interrupted", "", null, e);
        }
    }

    private static AgentctlException unreachable(FunctionName name, String why, Exception cause) {
        return new AgentctlException(
                ErrorCode.UNREACHABLE, "could not fetch the code of " + name + ": " + why, "", null, cause);
    }
}
