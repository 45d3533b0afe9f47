package io.understudy.generator.llm;

import io.understudy.core.BadDataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A table of prices: lines {@code model,input,output}, US dollars for a million tokens; {@code #} begins a comment. A
 * model is named as {@code openai:gpt-5-mini}; a star at the end stands for any ending, and the longest name that fits
 * counts.
 */
public final class Prices {

    private static final String HEAD = "model,input,output";

    private final Map<String, Price> table;

    private Prices(Map<String, Price> table) {
        this.table = table;
    }

    /** The table that comes with this library; prices change, and nothing checks them. */
    public static String shipped() {
        try (InputStream in = Prices.class.getResourceAsStream("prices.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws BadDataException if a line is not {@code model,input,output} */
    public static Prices parse(String file, String table) {
        Map<String, Price> prices = new LinkedHashMap<>();
        int number = 0;
        for (String line : table.replace("\ufeff", "").lines().toList()) {
            number++;
            String row = line.replaceFirst("#.*", "").strip();
            if (row.isEmpty() || row.replace(" ", "").equals(HEAD)) {
                continue;
            }
            String[] cells = row.split("\\s*,\\s*", -1);
            try {
                if (cells.length != 3 || cells[0].isEmpty()) {
                    throw new NumberFormatException();
                }
                prices.put(cells[0], Price.ofMillion(new BigDecimal(cells[1]), new BigDecimal(cells[2])));
            } catch (ArithmeticException | IllegalArgumentException e) {
                throw new BadDataException(
                        file,
                        number,
                        "is not '" + HEAD + "' such as 'openai:gpt-x,0.25,2.00', US dollars for a million tokens");
            }
        }
        return new Prices(prices);
    }

    /** @param model such as {@code openai:gpt-5-mini} */
    public Optional<Price> of(String model) {
        String best = null;
        for (String name : table.keySet()) {
            boolean fits =
                    name.endsWith("*") ? model.startsWith(name.substring(0, name.length() - 1)) : model.equals(name);
            if (fits && (best == null || name.length() > best.length() || model.equals(name))) {
                best = name;
            }
        }
        return Optional.ofNullable(best).map(table::get);
    }
}
