package io.agentctl.policies.document;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.Diagnostic.Severity;
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
 * @param draft what can be made out of it in either case; absent where the text could not be read at all
 * @param places where the value of each JSON pointer is. Tests that are beside the policy follow those in it: their
 *     pointers go on counting, and their places are in the other file
 */
public record PolicySource(
        String file,
        String text,
        Optional<PolicyDocument> document,
        Optional<Draft> draft,
        List<Diagnostic> diagnostics,
        Map<String, Place> places) {

    public PolicySource {
        diagnostics = List.copyOf(diagnostics);
        places = Map.copyOf(places);
    }

    /** The policy as far as it could be made out, as if nothing were wrong with its form. */
    public PolicySource presumed() {
        return new PolicySource(file, text, draft.map(Draft::document), draft, List.of(), places);
    }

    /**
     * Where a value is, or the nearest thing around it that has a place; for a scalar, the first character of its
     * content.
     */
    public SourcePosition position(String pointer) {
        return place(pointer).map(Place::start).orElse(SourcePosition.START);
    }

    /**
     * Where a character of a scalar's value is in the file, whether it is written plainly, in quotes or as a block.
     *
     * @param line of the value, from 1
     * @param column in that line, from 1, in code points
     */
    public SourcePosition positionWithin(String pointer, int line, int column) {
        return place(pointer).map(place -> place.within(line, column)).orElse(SourcePosition.START);
    }

    /** A finding about a value, in whichever file the value is. */
    public Diagnostic finding(Severity severity, String pointer, Code code, String message) {
        return new Diagnostic(severity, fileOf(pointer), position(pointer), pointer, code, message);
    }

    /** A finding about a character of a scalar's value; line and column as for {@link #positionWithin}. */
    public Diagnostic findingWithin(
            Severity severity, String pointer, int line, int column, Code code, String message) {
        return new Diagnostic(severity, fileOf(pointer), positionWithin(pointer, line, column), pointer, code, message);
    }

    /** The file in which a value is: tests may be beside the policy. */
    public String fileOf(String pointer) {
        return place(pointer).map(place -> place.source().file()).orElse(file);
    }

    private Optional<Place> place(String pointer) {
        String at = pointer;
        while (!at.isEmpty() && !places.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return Optional.ofNullable(places.get(at));
    }
}
