package io.understudy.generator.surrogate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which region an area code is of. The United States' are NANPA's, each state's all; of Britain and Germany those that
 * {@link Region} names. French numbers tell a quarter of the country only.
 */
final class AreaCodes {

    private static final String STATES = """
            AL 205 251 256 334 659 938;AK 907;AZ 480 520 602 623 928;AR 327 479 501 870;
            CA 209 213 279 310 323 341 350 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 747 760 805
            818 820 831 840 858 909 916 925 949 951;CO 303 719 720 970 983;CT 203 475 860 959;DE 302;
            FL 239 305 321 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954;
            GA 229 404 470 478 678 706 762 770 912 943;HI 808;ID 208 986;
            IL 217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872;IN 219 260 317 463 574 765 812 930;
            IA 319 515 563 641 712;KS 316 620 785 913;KY 270 364 502 606 859;LA 225 318 337 504 985;ME 207;
            MD 227 240 301 410 443 667;MA 339 351 413 508 617 774 781 857 978;
            MI 231 248 269 313 517 586 616 679 734 810 906 947 989;MN 218 320 507 612 651 763 924 952;MS 228 601 662 769;
            MO 314 417 557 573 636 660 816 975;MT 406;NE 308 402 531;NV 702 725 775;NH 603;
            NJ 201 551 609 640 732 848 856 862 908 973;NM 505 575;
            NY 212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934;
            NC 252 336 472 704 743 828 910 919 980 984;ND 701;OH 216 220 234 283 326 330 380 419 436 440 513 567 614 740 937;
            OK 405 539 572 580 918;OR 458 503 541 971;PA 215 223 267 272 412 445 484 570 582 610 717 724 814 835 878;
            RI 401;SC 803 839 843 854 864;SD 605;TN 423 615 629 731 865 901 931;
            TX 210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979;
            UT 385 435 801;VT 802;VA 276 434 540 571 686 703 757 804 826 948;WA 206 253 360 425 509 564;WV 304 681;
            WI 262 274 353 414 534 608 715 920;WY 307""";

    /** Of Greater London, which is one region. */
    private static final Set<String> LONDON = new HashSet<>(List.of("E", "EC", "N", "NW", "SE", "SW", "W", "WC"));

    private static final Map<String, List<String>> BY_STATE = new HashMap<>();
    private static final Map<String, Region> STATE = new HashMap<>();

    static {
        for (String row : STATES.replace("\n", " ").split(";", -1)) {
            List<String> cells = Arrays.asList(row.strip().split("\\s+", -1));
            Region state = Region.state(cells.get(0)).orElseThrow();
            BY_STATE.put(state.code(), List.copyOf(cells.subList(1, cells.size())));
            cells.subList(1, cells.size()).forEach(code -> STATE.put(code, state));
        }
    }

    private AreaCodes() {}

    /** @param number without country code and trunk prefix */
    static Optional<Region> region(String countryCode, String number) {
        return switch (countryCode) {
            case "1" -> Optional.ofNullable(STATE.get(number.substring(0, Math.min(3, number.length()))));
            case "44" -> dialled(Region.GB, number);
            case "49" -> dialled(Region.DE, number);
            default -> Optional.empty();
        };
    }

    private static Optional<Region> dialled(List<Region> regions, String number) {
        return regions.stream()
                .filter(region -> number.startsWith(region.dialling()))
                .findFirst();
    }

    /** Area codes of a region, without trunk prefix. */
    static List<String> of(Region region) {
        return region.country().equals("US") ? BY_STATE.get(region.code()) : List.of(region.dialling());
    }

    /**
     * The code of the region in which German or French postcodes begin so, or British ones of London; else the
     * beginning itself.
     *
     * @param area the letters or the first two digits of a postcode
     */
    static String postal(String country, String area) {
        if (country.equals("GB")) {
            return LONDON.contains(area) ? "SW" : area;
        }
        boolean digits = !country.equals("US") && area.matches("\\d\\d");
        return !digits
                ? area
                : Region.of(country).stream()
                        .filter(region -> region.fits(area + "000"))
                        .map(Region::code)
                        .findFirst()
                        .orElse(area);
    }
}
