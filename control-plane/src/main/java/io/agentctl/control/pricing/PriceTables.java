package io.agentctl.control.pricing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Reads price tables: the one that is shipped, and a user's file over it. */
public final class PriceTables {

    /** The region whose prices stand in for regions that a table does not know. */
    public static final String DEFAULT_REGION = "us-east-1";

    private static final String RESOURCE = "fargate-prices.yaml";

    private final PriceDocument.Prices prices;

    private PriceTables(PriceDocument.Prices prices) {
        this.prices = prices;
    }

    /** The prices that are shipped. */
    public static PriceTables shipped() {
        try (InputStream stream = PriceTables.class.getResourceAsStream(RESOURCE)) {
            byte[] text = Objects.requireNonNull(stream, RESOURCE).readAllBytes();
            return new PriceTables(PriceDocument.parse(RESOURCE, new String(text, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * These prices with a user's over them: regions that the file names replace those here, and so do its date, source
     * and Spot factor.
     *
     * @throws AgentctlException BAD_DOCUMENT, with line and column, if the file is not a price table
     */
    public PriceTables overriddenBy(Path file) {
        PriceDocument.Prices override;
        try {
            override = PriceDocument.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, file + ": cannot be read", "", null, e);
        }
        Map<String, Map<Architecture, FargateRate>> regions = new HashMap<>(prices.regions());
        regions.putAll(override.regions());
        return new PriceTables(
                new PriceDocument.Prices(override.date(), override.source(), override.spotFactor(), regions));
    }

    /**
     * The prices of a region; those of {@value #DEFAULT_REGION} stand in where there are none, and the table says so.
     */
    public PriceTable forRegion(String region) {
        String priced = prices.regions().containsKey(region) ? region : DEFAULT_REGION;
        return new PriceTable(
                region, priced, prices.date(), prices.source(), prices.regions().get(priced), prices.spotFactor());
    }
}
