package io.agentctl.policies.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reading a file gave: the document if it could be made out, and every finding of form. Whoever compiles it adds
 * findings of meaning.
 *
 * @param file the file's name as the user gave it
 * @param text the whole text
 * @param document present if there is no finding that is an error
 * @param positions where the value of each JSON pointer starts; for a scalar, the first character of its content
 */
public record PolicySource(
        String file,
        String text,
        Optional<PolicyDocument> document,
        List<Diagnostic> diagnostics,
        Map<String, SourcePosition> positions) {

    public PolicySource {
        diagnostics = List.copyOf(diagnostics);
        positions = Map.copyOf(positions);
    }

    /** Where a value is, or the nearest thing around it that has a position. */
    public SourcePosition position(String pointer) {
        String at = pointer;
        while (!at.isEmpty()) {
            SourcePosition position = positions.get(at);
            if (position != null) {
                return position;
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return positions.getOrDefault("", SourcePosition.START);
    }
}
