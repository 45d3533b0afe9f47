package io.understudy.core;

/**
 * The kind of a mention, such as {@code PERSON} or {@code CITY}. Users may use any name; what our own recognizers and
 * surrogates call things is listed here as constants.
 *
 * @param name 1 to 200 characters, no control characters, no space at either end
 */
public record Label(String name) implements Comparable<Label> {

    public static final Label PERSON = new Label("PERSON");
    public static final Label ORGANIZATION = new Label("ORGANIZATION");
    public static final Label LOCATION = new Label("LOCATION");
    public static final Label CITY = new Label("CITY");
    public static final Label STATE = new Label("STATE");
    public static final Label COUNTRY = new Label("COUNTRY");
    public static final Label ADDRESS = new Label("ADDRESS");
    public static final Label STREET = new Label("STREET");
    public static final Label POSTCODE = new Label("POSTCODE");
    public static final Label NATIONALITY = new Label("NATIONALITY");
    public static final Label TITLE = new Label("TITLE");
    public static final Label JOB = new Label("JOB");
    public static final Label AGE = new Label("AGE");
    public static final Label DATE = new Label("DATE");
    public static final Label TIME = new Label("TIME");
    public static final Label DURATION = new Label("DURATION");
    public static final Label MONEY = new Label("MONEY");
    public static final Label PERCENT = new Label("PERCENT");
    public static final Label NUMBER = new Label("NUMBER");
    public static final Label ORDINAL = new Label("ORDINAL");
    public static final Label PHONE = new Label("PHONE");
    public static final Label EMAIL = new Label("EMAIL");
    public static final Label URL = new Label("URL");
    public static final Label DOMAIN = new Label("DOMAIN");
    public static final Label IP_ADDRESS = new Label("IP_ADDRESS");
    public static final Label USERNAME = new Label("USERNAME");
    public static final Label CREDIT_CARD = new Label("CREDIT_CARD");
    public static final Label IBAN = new Label("IBAN");
    public static final Label ID = new Label("ID");
    public static final Label MISC = new Label("MISC");

    private static final int MAX_LENGTH = 200;

    /** @throws IllegalArgumentException if the name is empty, too long, holds a control character or ends in a space */
    public Label {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "label has " + name.length() + " characters; expected 1 to " + MAX_LENGTH);
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("label holds a control character");
        }
        if (!name.equals(name.strip())) {
            throw new IllegalArgumentException("label '" + name + "' begins or ends with a space");
        }
    }

    // As a record has them; written, they need not be linked, which is felt at every start.
    @Override
    public boolean equals(Object other) {
        return other instanceof Label label && name.equals(label.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Label other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
