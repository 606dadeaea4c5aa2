package io.agentctl.cli.perf;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of a target; of http and https alone. */
final class TargetConverter implements ITypeConverter<URI> {

    @Override
    public URI convert(String text) {
        URI url = parsed(text);
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
            throw notOne(text);
        }
        if (url.getRawUserInfo() != null) {
            throw new TypeConversionException("'" + text + "' has a password in it; send it with --header instead");
        }
        return url;
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException ignored) {
            throw notOne(text);
        }
    }

    private static TypeConversionException notOne(String text) {
        return new TypeConversionException(
                "'" + text + "' is no target such as https://agents.example.com/dispatch; it is of http or https");
    }
}
