package io.agentctl.cli.runtime;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address such as {@code https://agents.example.com}. */
final class HttpUrlConverter implements ITypeConverter<URI> {

    @Override
    public URI convert(String text) {
        URI url = URI.create(text);
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new TypeConversionException(
                    "'" + text + "' is not an address such as https://agents.example.com or http://127.0.0.1:8080");
        }
        return url;
    }
}
