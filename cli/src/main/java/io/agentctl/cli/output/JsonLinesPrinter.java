package io.agentctl.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * {@code -o jsonl}: a compact JSON value a row.
 *
 * @param out where to
 */
record JsonLinesPrinter(PrintWriter out) implements Printer {

    @Override
    public void print(Document document) {
        JsonFactory factory = new JsonFactory();
        for (JsonNode line : document.lines()) {
            try (JsonGenerator generator = factory.createGenerator(out)) {
                generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                generator.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
                TreeWriter.write(line, generator);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.println();
        }
    }
}
