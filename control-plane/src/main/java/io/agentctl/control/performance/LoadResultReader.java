package io.agentctl.control.performance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.LoadResult.End;
import io.agentctl.control.performance.LoadResult.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads what {@code perf load -o json} wrote. Members that it does not know are passed over, as of a later version. */
public final class LoadResultReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String ADVICE = "A result is made by: agentctl perf load URL -o json > result.json";

    private LoadResultReader() {}

    /**
     * Reads a file.
     *
     * @throws AgentctlException NOT_FOUND if there is none, BAD_DOCUMENT if it is no result
     */
    public static LoadResult read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            boolean there = Files.exists(file);
            throw new AgentctlException(
                    there ? ErrorCode.BAD_DOCUMENT : ErrorCode.NOT_FOUND,
                    there ? "cannot read " + file + " as text" : "there is no file " + file,
                    ADVICE,
                    null,
                    e);
        }
    }

    /**
     * Reads a result.
     *
     * @param source where the text came from, for messages
     * @throws AgentctlException BAD_DOCUMENT, saying where, if it is no result of a load test, is damaged, or was
     *     written by a newer version
     */
    public static LoadResult read(String source, String json) {
        try {
            JsonPart root = new JsonPart("", MAPPER.readTree(json));
            if (!LoadResult.KIND.equals(root.node().path("kind").asText())) {
                throw bad(source, "it is no result of a load test", null);
            }
            if (root.integer("schemaVersion") > RecordTree.SCHEMA_VERSION) {
                throw AgentctlException.newerDocument(source, root.integer("schemaVersion"), RecordTree.SCHEMA_VERSION);
            }
            return root.made(LoadResultReader::result);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw bad(source + where, "it is not JSON: " + e.getOriginalMessage(), e);
        } catch (MisplacedException e) {
            throw bad(source, e.getMessage(), e);
        }
    }

    private static LoadResult result(JsonPart root) {
        return new LoadResult(
                LoadResult.KIND,
                root.member("scenario").made(part -> new LoadResult.Scenario(part.text("name"), part.text("digest"))),
                root.member("target").made(LoadResultReader::target),
                root.member("started").made(part -> Instant.parse(part.text())),
                root.member("ended").made(part -> Instant.parse(part.text())),
                root.word("end", End.class),
                root.word("verdict", Verdict.class),
                LoadResultParts.measured(root.member("total")),
                root.member("stages").items().stream()
                        .map(LoadResultParts::stage)
                        .toList(),
                root.member("intervals").items().stream()
                        .map(LoadResultParts::interval)
                        .toList(),
                root.member("thresholds").items().stream()
                        .map(LoadResultParts::threshold)
                        .toList(),
                LoadResultParts.generator(root.member("generator")),
                root.find("resources").map(LoadResultParts::resources),
                LoadResultParts.texts(root, "remarks"));
    }

    private static LoadResult.Target target(JsonPart part) {
        return new LoadResult.Target(part.text("method"), URI.create(part.text("url")), part.text("protocol"));
    }

    private static AgentctlException bad(String source, String what, Exception cause) {
        return new AgentctlException(ErrorCode.BAD_DOCUMENT, source + ": " + what, ADVICE, null, cause);
    }
}
