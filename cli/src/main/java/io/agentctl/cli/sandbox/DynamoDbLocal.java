package io.agentctl.cli.sandbox;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.settings.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Amazon's DynamoDB Local, the engine of the sandbox's tables. Its licence forbids to pass it on, so archives come
 * without it: whoever starts the sandbox first fetches it, once, and from then on has it in the cache folder.
 *
 * @param folder where it is kept
 */
record DynamoDbLocal(Path folder) {

    /** A file, or a URL to fetch it from instead of Maven Central. */
    static final String VARIABLE = "AGENTCTL_DYNAMODB_LOCAL";

    /** The version that the sandbox is built and tested with. */
    static final String JAR = "DynamoDBLocal-2.6.1.jar";

    static final String SHA_256 = "a28d8b4919999b7dee6ffa9fd4e9a08744460657a9bd3e3499e3aad00e1f2cc4";

    private static final String CENTRAL =
            "https://repo.maven.apache.org/maven2/com/amazonaws/DynamoDBLocal/2.6.1/" + JAR;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    /** The one of who runs this program. */
    static DynamoDbLocal of(Map<String, String> environment) {
        return new DynamoDbLocal(Folders.cache(environment));
    }

    /**
     * The engine's jar, fetched if need be.
     *
     * @param source a file or a URL; nothing for Maven Central
     * @throws AgentctlException UNREACHABLE if it cannot be fetched, NOT_FOUND if there is no such file, BAD_DOCUMENT
     *     if what was handed over or fetched is another file
     */
    Path obtain(Optional<String> source, ProgressListener progress) {
        Path kept = folder.resolve(JAR);
        try {
            if (source.isPresent() && !isUrl(source.get())) {
                return checked(existing(source.get()), source.get());
            }
            if (Files.exists(kept)) {
                return checked(kept, kept.toString());
            }
            fetch(URI.create(source.orElse(CENTRAL)), kept, progress);
            return kept;
        } catch (IOException failure) {
            throw unreachable(source.orElse(CENTRAL), failure.toString(), failure);
        }
    }

    private static boolean isUrl(String source) {
        return source.startsWith("https://") || source.startsWith("http://");
    }

    private static Path existing(String source) {
        Path file = Path.of(source).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "there is no file " + file,
                    "It is to be " + JAR + ", or a URL to fetch it from.");
        }
        return file;
    }

    private void fetch(URI url, Path kept, ProgressListener progress) throws IOException {
        progress.say("Fetching DynamoDB Local for the sandbox's tables, once: from " + url + " to " + kept + ".");
        progress.say("It is Amazon's, under a licence of its own for who has an AWS account: LICENSE.txt in the jar.");
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, JAR, ".part");
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            if (connection.getResponseCode() != OK) {
                throw unreachable(url.toString(), "it answers " + connection.getResponseCode(), null);
            }
            try (InputStream in = connection.getInputStream()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(checked(part, url.toString()), kept, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path checked(Path file, String source) throws IOException {
        String found = HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
        if (!found.equals(SHA_256)) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    source + " is not the " + JAR + " that the sandbox needs: its SHA-256 is " + found + ", not "
                            + SHA_256,
                    "Remove it, or hand over another with --dynamodb-local FILE.");
        }
        return file;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static AgentctlException unreachable(String source, String why, Exception cause) {
        return new AgentctlException(
                ErrorCode.UNREACHABLE,
                "DynamoDB Local could not be fetched from " + source + ": " + why,
                "Where there is no network, fetch " + CENTRAL
                        + " elsewhere and hand it over with --dynamodb-local FILE or " + VARIABLE + "=FILE.",
                null,
                cause);
    }
}
