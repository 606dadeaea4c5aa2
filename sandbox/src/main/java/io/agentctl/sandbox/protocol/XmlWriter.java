package io.agentctl.sandbox.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Writes the SDK's model objects as the XML of Query answers; a hundred thousand points take some milliseconds. */
final class XmlWriter {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SECONDS_PER_MINUTE = 60;

    private final ByteSink sink;
    private long lastDay = Long.MIN_VALUE;
    private String lastDate = "";

    XmlWriter(ByteSink sink) {
        this.sink = sink;
    }

    void open(String name) {
        sink.write('<');
        sink.ascii(name);
        sink.write('>');
    }

    void close(String name) {
        sink.ascii("</");
        sink.ascii(name);
        sink.write('>');
    }

    void element(String name, String text) {
        open(name);
        escaped(text);
        close(name);
    }

    void members(SdkPojo pojo) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Pojos.valueOf(field, pojo);
            if (value != null) {
                member(field, field.unmarshallLocationName(), value);
            }
        }
    }

    private void member(SdkField<?> field, String name, Object value) {
        ListTrait list = field.getTrait(ListTrait.class);
        if (list != null && list.isFlattened()) {
            for (Object element : (List<?>) value) {
                member(list.memberFieldInfo(), name, element);
            }
            return;
        }
        open(name);
        value(field, value);
        close(name);
    }

    private void value(SdkField<?> field, Object value) {
        switch (field.marshallingType().getKnownType()) {
            case STRING -> escaped((String) value);
            case INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE, BIG_DECIMAL, BOOLEAN -> sink.ascii(value.toString());
            case INSTANT -> instant((Instant) value);
            case SDK_BYTES -> sink.ascii(Base64.getEncoder().encodeToString(((SdkBytes) value).asByteArrayUnsafe()));
            case SDK_POJO -> members((SdkPojo) value);
            case LIST -> list(field.getTrait(ListTrait.class), (List<?>) value);
            case MAP -> map(field.getTrait(MapTrait.class), (Map<?, ?>) value);
            case NULL, DOCUMENT -> throw new IllegalArgumentException("No XML form for " + field.memberName());
        }
    }

    private void list(ListTrait trait, List<?> values) {
        String name = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
        for (Object element : values) {
            member(trait.memberFieldInfo(), name, element);
        }
    }

    private void map(MapTrait trait, Map<?, ?> values) {
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            open("entry");
            element(trait.keyLocationName(), entry.getKey().toString());
            member(trait.valueFieldInfo(), trait.valueLocationName(), entry.getValue());
            close("entry");
        }
    }

    private void instant(Instant value) {
        if (value.getNano() != 0) {
            sink.ascii(value.toString());
            return;
        }
        long day = Math.floorDiv(value.getEpochSecond(), SECONDS_PER_DAY);
        int second = (int) Math.floorMod(value.getEpochSecond(), (long) SECONDS_PER_DAY);
        if (day != lastDay) {
            lastDay = day;
            lastDate = LocalDate.ofEpochDay(day) + "T";
        }
        sink.ascii(lastDate);
        sink.twoDigits(second / SECONDS_PER_HOUR);
        sink.write(':');
        sink.twoDigits(second % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
        sink.write(':');
        sink.twoDigits(second % SECONDS_PER_MINUTE);
        sink.write('Z');
    }

    private void escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#xD;");
                default -> escaped.append(c);
            }
        }
        sink.utf8(escaped.toString());
    }
}
