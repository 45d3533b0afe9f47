package io.understudy.ner.gazetteer;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of places that come with the JDK or fit on a page: countries in English from its locale data, with the names
 * that they are also called by; states and provinces of North America and Australia; regions and large towns.
 */
final class PlaceNames {

    /** Countries that are words or first names as well: left to other recognizers where they stand alone. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "Chad", "Georgia", "Jordan", "Turkey", "Guinea", "Jersey", "Togo", "Mali", "Niger", "Réunion", "Israel");

    private static final String ALSO =
            "USA,U.S.A.,U.S.,US,United States of America,America,UK,U.K.,Great Britain,Britain,"
                    + "England,Scotland,Wales,Northern Ireland,Ivory Coast,North Korea,South Korea,Korea,Czech Republic,Burma,Holland,"
                    + "Soviet Union,USSR,Yugoslavia,Czechoslovakia,East Germany,West Germany,Prussia,Russia,Syria,Iran,Vietnam,Laos,"
                    + "Moldova,Bolivia,Venezuela,Tanzania,Macedonia,Swaziland,Cape Verde,Vatican,Vatican City,East Timor,Taiwan,"
                    + "Hong Kong,Macau,Serbia and Montenegro,Netherlands Antilles,Trinidad and Tobago,Saint Kitts and Nevis,"
                    + "Saint Pierre and Miquelon,Antigua and Barbuda,Bosnia and Herzegovina,Sao Tome and Principe,Micronesia,"
                    + "Saint Helena,Saint Lucia,Saint Vincent and the Grenadines,Saint Barthelemy,Saint Martin,Myanmar,Congo";

    /** Names of states, provinces and territories, with the abbreviations of their post offices. */
    private static final String STATES = "Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,"
            + "Connecticut CT,Delaware DE,District of Columbia DC,Florida FL,Georgia GA,Hawaii HI,Idaho ID,Illinois IL,"
            + "Indiana IN,Iowa IA,Kansas KS,Kentucky KY,Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,"
            + "Minnesota MN,Mississippi MS,Missouri MO,Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,"
            + "New Mexico NM,New York NY,North Carolina NC,North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,"
            + "Rhode Island RI,South Carolina SC,South Dakota SD,Tennessee TN,Texas TX,Utah UT,Vermont VT,Virginia VA,"
            + "Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY,Puerto Rico PR,Guam GU,Virgin Islands VI,"
            + "Northern Mariana Islands MP,American Samoa AS,Ontario ON,Quebec QC,British Columbia BC,Alberta AB,"
            + "Manitoba MB,Saskatchewan SK,Nova Scotia NS,New Brunswick NB,Newfoundland NL,Prince Edward Island PE,Yukon YT,"
            + "Nunavut NU,New South Wales NSW,Queensland QLD,Tasmania TAS,South Australia SA,Western Australia WA";

    /** Large towns that no other word or name is, beside those that name a time zone. */
    private static final String TOWNS =
            "Barcelona,Beijing,Birmingham,Bordeaux,Boston,Cologne,Dallas,Delhi,Edinburgh,Frankfurt,"
                    + "Geneva,Glasgow,Gothenburg,Hamburg,Houston,Hyderabad,Kyoto,Liverpool,Los Angeles,Lyon,Marseille,Miami,Milan,"
                    + "Montreal,Mumbai,Munich,Naples,New Delhi,New York City,Osaka,Philadelphia,Pittsburgh,Rio de Janeiro,Rotterdam,"
                    + "San Diego,San Francisco,San Jose,Seattle,Shenzhen,St. Petersburg,Stuttgart,The Hague,Turin,Valencia,Venice,"
                    + "Antwerp,Atlanta,Baltimore,Bangalore,Bilbao,Bologna,Bremen,Cape Town,Cardiff,Chennai,Cincinnati,Cleveland,"
                    + "Dortmund,Dresden,Düsseldorf,Florence,Fukuoka,Ghent,Graz,Hanover,Kansas City,Kolkata,Krakow,Las Vegas,Leipzig,"
                    + "Lille,Malmö,Manchester,Memphis,Milwaukee,Minneapolis,Nagoya,Nashville,New Orleans,Nuremberg,Oklahoma City,"
                    + "Palermo,Porto,Portsmouth,Poznań,Sacramento,Salt Lake City,San Antonio,São Paulo,Seville,Sheffield,Strasbourg,"
                    + "Tel Aviv,Toulouse,Utrecht,Wrocław,Yokohama,Zaragoza,"
                    + "Aachen,Aarhus,Agadir,Ahmedabad,Aleppo,Alicante,Ankara,Antalya,Augsburg,Basel,Basra,Bern,Białystok,Bochum,Bonn,"
                    + "Brno,Bruges,Bydgoszcz,Cádiz,Calgary,Cartagena,Clermont-Ferrand,Cluj-Napoca,Coimbra,Cusco,Daegu,Dalian,Debrecen,Dubrovnik,"
                    + "Durban,Eindhoven,Erfurt,Freiburg,Galway,Gdańsk,Genoa,Girona,Granada,Grenoble,Groningen,Guadalajara,Guangzhou,"
                    + "Haarlem,Haifa,Hiroshima,Innsbruck,Inverness,Izmir,Jaipur,Johor Bahru,Karlsruhe,Katowice,Kharkiv,Košice,Kraków,"
                    + "Lahore,Lausanne,Le Havre,Leeds,Leicester,Leiden,Liège,Linköping,Linz,Łódź,Lublin,Lucerne,Lucknow,Lugano,Lviv,"
                    + "Maastricht,Málaga,Mannheim,Marrakech,Marrakesh,Medellín,Modena,Mombasa,Montpellier,Murcia,Nantes,Narvik,"
                    + "Nijmegen,Nottingham,Odense,Odesa,Ostrava,Oulu,Oviedo,Padua,Pamplona,Perugia,Plovdiv,Potsdam,Pretoria,Pune,"
                    + "Rennes,Rostock,Rouen,Salamanca,Salzburg,Sapporo,Sendai,Soweto,Southampton,Stavanger,Swansea,Szczecin,Szeged,"
                    + "Tampere,Tangier,Tarragona,Tartu,Thessaloniki,Timișoara,Tromsø,Trondheim,Turku,Uppsala,Varanasi,Vicenza,"
                    + "Wolverhampton,Wuhan,Wuppertal,Würzburg,Zürich";

    private static final String NO_TOWNS =
            "Center,Knox,Marengo,Troll,Davis,Casey,Midway,Chuuk,Wake,Currie,Eastern,Central,"
                    + "Mountain,Pacific,Vincennes,Winamac,Tell_City,Petersburg,Beulah,Mawson,Rothera,Palmer,Easter,Jan_Mayen,"
                    + "Christmas,Kiritimati,Jamaica,Victoria,Phoenix,Lisbon,Nome,Moncton,Regina,Eirunepe,Norfolk,Reunion,Busingen,"
                    + "Buenos_Aires,General,South,North,West,East,ACT,LHI,NSW,Canberra,Howe,Lord_Howe,Universal,Jersey,Truk,Samara,Mendoza,"
                    + "Menominee,Monticello,Winnipeg,Santiago,Denver";

    private PlaceNames() {}

    static Set<String> countries() {
        Set<String> names = new TreeSet<>(List.of(ALSO.split(",", -1)));
        for (String code : Locale.getISOCountries()) {
            String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
            names.add(name.replace(" & ", " and ").replaceAll(" \\(.*\\)", ""));
        }
        names.removeAll(AMBIGUOUS);
        return names;
    }

    static List<String> states() {
        List<String> names = new ArrayList<>();
        for (String state : STATES.split(",", -1)) {
            names.add(state.substring(0, state.lastIndexOf(' ')));
        }
        return names;
    }

    static List<String> abbreviations() {
        List<String> codes = new ArrayList<>();
        for (String state : STATES.split(",", -1)) {
            codes.add(state.substring(state.lastIndexOf(' ') + 1));
        }
        return codes;
    }

    /** Towns that time zones are named after, and others. */
    static Set<String> towns() {
        Set<String> names = new TreeSet<>(List.of(TOWNS.split(",", -1)));
        Set<String> without = Set.of(NO_TOWNS.split(",", -1));
        for (String zone : ZoneId.getAvailableZoneIds()) {
            String town = zone.substring(zone.lastIndexOf('/') + 1);
            boolean region = zone.matches("(?:Africa|America|Asia|Europe|Australia|Pacific)/.*");
            if (region && !without.contains(town) && town.length() > 3 && town.matches("[A-Za-z_]+")) {
                names.add(town.replace('_', ' '));
            }
        }
        names.addAll(List.of("Buenos Aires", "Canberra", "Lisbon", "Winnipeg"));
        return names;
    }
}
