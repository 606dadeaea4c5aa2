package io.agentctl.plane.console;

/** A file for browsers. Its contents are shared, and must not be changed by who asks for them. */
public final class ConsoleFile {

    private final String type;
    private final String sha256;
    private final byte[] bytes;
    private final byte[] gzip;

    ConsoleFile(String type, String sha256, byte[] bytes, byte[] gzip) {
        this.type = type;
        this.sha256 = sha256;
        this.bytes = bytes;
        this.gzip = gzip;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** Of the content, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** The content. */
    public byte[] bytes() {
        return bytes;
    }

    /** The content, compressed. */
    public byte[] gzip() {
        return gzip;
    }
}
