package io.agentctl.plane.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;

/** JSON as bytes that fit an item of DynamoDB. */
final class Documents {

    /** DynamoDB's limit for an item is 400 KB; this leaves some for the other attributes. */
    private static final int MOST_BYTES = 390_000;

    private Documents() {}

    /** @throws AgentctlException FAILED if it is too large for an item */
    static SdkBytes packed(JsonNode tree) {
        SdkBytes bytes = compressed(tree);
        int size = bytes.asByteArrayUnsafe().length;
        if (size > MOST_BYTES) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "a request or result of " + size + " bytes is too large to be kept; an item has room for "
                            + MOST_BYTES,
                    "Ask for less at once.");
        }
        return bytes;
    }

    /** However large it is. */
    static SdkBytes compressed(JsonNode tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(JsonText.write(tree).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArrayUnsafe(bytes.toByteArray());
    }

    static JsonNode unpacked(SdkBytes bytes) {
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(bytes.asByteArrayUnsafe()))) {
            return JsonText.read("a kept document", new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
