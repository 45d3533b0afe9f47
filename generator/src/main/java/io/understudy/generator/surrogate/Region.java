package io.understudy.generator.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A state, county or land, with what its addresses have in common.
 *
 * @param country two letters, ISO 3166
 * @param code two letters in the United States, the beginning of postcodes elsewhere
 * @param from first beginning of its postcodes: three digits in the United States (USPS, L002), two in Germany and
 *     France; 0 where postcodes begin with letters
 * @param dialling area code without trunk prefix
 */
record Region(String country, String code, String name, int from, int to, String dialling) {

    private static final String STATES = """
            AL Alabama 350-369 205;AK Alaska 995-999 907;AZ Arizona 850-865 602;AR Arkansas 716-729 501;
            CA California 900-961 415;CO Colorado 800-816 303;CT Connecticut 60-69 203;DE Delaware 197-199 302;
            FL Florida 320-349 305;GA Georgia 300-319 404;HI Hawaii 967-968 808;ID Idaho 832-838 208;
            IL Illinois 600-629 312;IN Indiana 460-479 317;IA Iowa 500-528 515;KS Kansas 660-679 316;
            KY Kentucky 400-427 502;LA Louisiana 700-714 504;ME Maine 39-49 207;MD Maryland 206-219 301;
            MA Massachusetts 10-27 617;MI Michigan 480-499 313;MN Minnesota 550-567 612;MS Mississippi 386-397 601;
            MO Missouri 630-658 314;MT Montana 590-599 406;NE Nebraska 680-693 402;NV Nevada 889-898 702;
            NH New_Hampshire 30-38 603;NJ New_Jersey 70-89 201;NM New_Mexico 870-884 505;NY New_York 100-149 212;
            NC North_Carolina 270-289 704;ND North_Dakota 580-588 701;OH Ohio 430-459 216;OK Oklahoma 730-749 405;
            OR Oregon 970-979 503;PA Pennsylvania 150-196 215;RI Rhode_Island 28-29 401;SC South_Carolina 290-299 803;
            SD South_Dakota 570-577 605;TN Tennessee 370-385 615;TX Texas 750-799 214;UT Utah 840-847 801;
            VT Vermont 50-59 802;VA Virginia 220-246 804;WA Washington 980-994 206;WV West_Virginia 247-268 304;
            WI Wisconsin 530-549 414;WY Wyoming 820-831 307""";

    private static final String COUNTIES = """
            M Greater_Manchester 0-0 161;LS West_Yorkshire 0-0 113;B West_Midlands 0-0 121;BS Bristol 0-0 117;
            CF Glamorgan 0-0 29;EH Midlothian 0-0 131;G Lanarkshire 0-0 141;L Merseyside 0-0 151;
            NE Tyne_and_Wear 0-0 191;S South_Yorkshire 0-0 114;NG Nottinghamshire 0-0 115;LE Leicestershire 0-0 116;
            RG Berkshire 0-0 118;SW Greater_London 0-0 20""";

    private static final String LANDS = """
            BE Berlin 10-13 30;HH Hamburg 20-22 40;HB Bremen 28-28 421;NI Niedersachsen 30-31 511;
            NW Nordrhein-Westfalen 40-41 211;HE Hessen 60-61 69;BW Baden-Württemberg 70-71 711;BY Bayern 80-83 89;
            SN Sachsen 1-2 351;TH Thüringen 98-99 361;ST Sachsen-Anhalt 39-39 391;SH Schleswig-Holstein 24-24 431;
            RP Rheinland-Pfalz 55-55 6131;SL Saarland 66-66 681;BB Brandenburg 14-15 331""";

    private static final String DEPARTMENTS = """
            75 Paris 75-75 1;69 Rhône 69-69 4;13 Bouches-du-Rhône 13-13 4;33 Gironde 33-33 5;59 Nord 59-59 3;
            35 Ille-et-Vilaine 35-35 2;44 Loire-Atlantique 44-44 2;31 Haute-Garonne 31-31 5;67 Bas-Rhin 67-67 3;
            34 Hérault 34-34 4;21 Côte-d'Or 21-21 3;37 Indre-et-Loire 37-37 2""";

    static final List<Region> US = read("US", STATES);
    static final List<Region> GB = read("GB", COUNTIES);
    static final List<Region> DE = read("DE", LANDS);
    static final List<Region> FR = read("FR", DEPARTMENTS);

    private static List<Region> read(String country, String table) {
        List<Region> regions = new ArrayList<>();
        for (String row : table.replace("\n", "").split(";", -1)) {
            String[] cells = row.strip().split(" ", -1);
            int[] range = Arrays.stream(cells[2].split("-", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            regions.add(new Region(country, cells[0], cells[1].replace('_', ' '), range[0], range[1], cells[3]));
        }
        return List.copyOf(regions);
    }

    static List<Region> of(String country) {
        return switch (country) {
            case "GB" -> GB;
            case "DE" -> DE;
            case "FR" -> FR;
            default -> US;
        };
    }

    /** The state that a ZIP code's first three digits, or its name or code, say. */
    static Optional<Region> state(String written) {
        String text = written.strip();
        boolean digits = text.length() >= 3 && text.chars().limit(3).allMatch(c -> c >= '0' && c <= '9');
        int zip = digits ? Integer.parseInt(text.substring(0, 3)) : -1;
        return US.stream()
                .filter(region -> digits
                        ? region.holds(zip)
                        : region.code().equals(text) || region.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private boolean holds(int prefix) {
        return prefix >= from && prefix <= to;
    }

    /** One of its postcodes, as its country writes them. */
    String postcode(SplittableRandom random) {
        int prefix = from == to ? from : random.nextInt(from, to + 1);
        return switch (country) {
            case "GB" -> code + random.nextInt(1, 20) + ' ' + random.nextInt(1, 10) + letter(random) + letter(random);
            case "US" -> padded(prefix, 3) + Codes.digits(2, random);
            default -> padded(prefix, 2) + Codes.digits(3, random);
        };
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }

    /** Letters that the second half of a British postcode may have. */
    private static char letter(SplittableRandom random) {
        return "ABDEFGHJLNPQRSTUWXYZ".charAt(random.nextInt(20));
    }

    /** Whether a postcode is of this region. */
    boolean fits(String postcode) {
        return switch (country) {
            case "GB" -> postcode.matches(code + "\\d.*");
            case "US" -> holds(Integer.parseInt(postcode.substring(0, 3)));
            default -> holds(Integer.parseInt(postcode.substring(0, 2)));
        };
    }
}
