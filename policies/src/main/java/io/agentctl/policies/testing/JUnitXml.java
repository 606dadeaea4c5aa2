package io.agentctl.policies.testing;

import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.SourcePosition;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes reports in the form that build servers read: one {@code testsuite} a policy, one {@code testcase} a case. The
 * form has no specification; this is the subset on which the readers of Jenkins, GitLab and GitHub actions agree.
 */
public final class JUnitXml {

    private JUnitXml() {}

    /** The reports as one XML document, in their order. */
    public static String of(List<TestReport> reports) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            for (TestReport report : reports) {
                writeSuite(xml, report);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a string can be written to", impossible);
        }
        return text.toString();
    }

    private static void writeSuite(XMLStreamWriter xml, TestReport report) throws XMLStreamException {
        List<Diagnostic> errors = report.diagnostics().stream()
                .filter(finding -> finding.severity() == Diagnostic.Severity.ERROR)
                .toList();
        Duration took = report.cases().stream().map(CaseResult::took).reduce(Duration.ZERO, Duration::plus);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", report.name());
        attribute(xml, "file", report.file());
        attribute(xml, "tests", Integer.toString(report.cases().size() + errors.size()));
        attribute(xml, "failures", Integer.toString(report.failures().size()));
        attribute(xml, "errors", Integer.toString(errors.size()));
        attribute(xml, "time", seconds(took));
        for (Diagnostic error : errors) {
            startCase(xml, report, error.pointer(), error.file(), error.position(), Duration.ZERO);
            problem(xml, "error", error.code().name(), error.message(), error.text());
            end(xml);
        }
        for (CaseResult result : report.cases()) {
            startCase(xml, report, result.name(), result.file(), result.position(), result.took());
            if (!result.passed()) {
                String why = String.join("\n", result.why());
                problem(xml, "failure", "mismatch", String.join("; ", result.mismatches()), why);
            }
            end(xml);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void startCase(
            XMLStreamWriter xml, TestReport report, String name, String file, SourcePosition position, Duration took)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", report.name());
        attribute(xml, "name", name);
        attribute(xml, "file", file);
        attribute(xml, "line", Integer.toString(position.line()));
        attribute(xml, "time", seconds(took));
    }

    private static void problem(XMLStreamWriter xml, String element, String type, String message, String text)
            throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeStartElement(element);
        attribute(xml, "type", type);
        attribute(xml, "message", message);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
        xml.writeCharacters("\n    ");
    }

    private static void end(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    /** Replaces what XML 1.0 has no way to write, not even escaped: most control characters, lone surrogates. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder();
        text.codePoints().map(point -> isAllowed(point) ? point : 0xFFFD).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    /** The production {@code Char} of XML 1.0. */
    private static boolean isAllowed(int point) {
        return point == 0x9
                || point == 0xA
                || point == 0xD
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9);
    }
}
