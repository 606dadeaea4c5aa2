package io.agentctl.control.pricing;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a kind of price file looks like.
 *
 * @param kinds of what a region has a rate each
 * @param kindWord what such a kind is called
 * @param heads its keys besides those of regions; a day and a source are among them
 * @param rateKeys the numbers of a rate; one that is left out is NaN
 * @param rate makes a rate of them, and refuses what is none with an IllegalArgumentException
 * @param check of the whole, likewise
 * @param sentence that tells a user the form
 */
record PriceForm<K extends Enum<K>, R>(
        Class<K> kinds,
        String kindWord,
        List<String> heads,
        List<String> rateKeys,
        Function<Map<String, Double>, R> rate,
        Consumer<PriceDocument.Prices<K, R>> check,
        String sentence) {}
