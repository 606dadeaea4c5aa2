package io.agentctl.sandbox.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/** Spells model objects as Query parameters, as clients do. */
final class FormWriter {
    private final StringBuilder form = new StringBuilder();

    static byte[] write(SdkPojo pojo) {
        FormWriter writer = new FormWriter();
        writer.members("", pojo);
        return writer.form.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void members(String prefix, SdkPojo pojo) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Pojos.valueOf(field, pojo);
            if (value != null) {
                value(prefix + field.locationName(), field, value);
            }
        }
    }

    private void value(String name, SdkField<?> field, Object value) {
        if (value instanceof SdkPojo pojo) {
            members(name + ".", pojo);
        } else if (value instanceof List<?> list) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            for (int i = 0; i < list.size(); i++) {
                value(name + ".member." + (i + 1), member, list.get(i));
            }
        } else {
            form.append(form.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
