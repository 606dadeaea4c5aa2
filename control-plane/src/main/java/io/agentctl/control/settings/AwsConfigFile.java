package io.agentctl.control.settings;

import java.util.Optional;

/** The region of a profile in {@code ~/.aws/config}. Everything else in that file is the AWS SDK's to read. */
final class AwsConfigFile {

    private AwsConfigFile() {}

    /** The {@code region} of {@code [profile NAME]}, or of {@code [default]}. */
    static Optional<Sourced<String>> region(TextFile file, String profile) {
        boolean inProfile = false;
        int number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            String text = line.strip();
            if (text.startsWith("[")) {
                String section = text.replaceAll("^\\[\\s*(profile\\s+)?|\\s*\\].*$", "");
                inProfile = section.equals(profile);
            } else if (inProfile && text.matches("region\\s*=\\s*\\S+.*") && !Character.isWhitespace(line.charAt(0))) {
                String region = text.substring(text.indexOf('=') + 1).strip();
                return Optional.of(
                        new Sourced<>(region, new Source(Source.Kind.AWS_CONFIG, file.path() + ":" + number)));
            }
        }
        return Optional.empty();
    }
}
