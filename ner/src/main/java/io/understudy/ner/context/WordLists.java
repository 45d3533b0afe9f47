package io.understudy.ner.context;

import java.util.List;
import java.util.Set;

/** Words that tell what a name beside them names; in small letters but for {@link #NEVER_NAMES}. */
final class WordLists {

    /** What organizations' names end in. */
    static final Set<String> ORGANIZATIONS = words(
            "university college school academy institute hospital hotel club society association federation army navy corps"
                    + " regiment brigade battalion squadron fleet force company corporation corp inc ltd llc plc gmbh records"
                    + " orchestra choir party league foundation committee council commission department ministry agency bureau"
                    + " bank group museum church trust board congress senate parliament assembly authority police press motors"
                    + " airlines airways industries entertainment studios pictures productions television radio network"
                    + " newspapers tribune magazine laboratories systems technologies software partners holdings enterprises"
                    + " guild consulting solutions insurance pharmacy bakery logistics ventures consultants associates mutual"
                    + " rentals media clinic foods stores supermarket observatory charity securities telecom energy"
                    + " pharmaceuticals pharma biotech labs freight shipping travels tours properties realty electronics brewery"
                    + " winery distillery polytechnic kindergarten surgery");

    /** What organizations' names begin with, in languages that put it first. */
    static final Set<String> ORGANIZATIONS_FIRST = words(
            "trattoria ristorante osteria pizzeria restaurant brasserie universität université universidad università"
                    + " universidade klinik krankenhaus hôpital ospedale sparkasse stadtwerke banco banca banque société grupo"
                    + " gruppo groupe fundación fundação fondation lycée institut instituto istituto ministère ministerio"
                    + " verlag autohaus");

    /** Who is written to, where it is nobody by name. */
    static final Set<String> OFFICES_IN_FIELDS =
            words("team office desk support staff service services sales accounts payroll helpdesk reception");

    /** What names of places end in. */
    static final Set<String> PLACES = words(
            "county parish river lake bay street avenue road island islands valley mountains mountain district province"
                    + " township peninsula creek hill hills forest square sea ocean strait canal coast desert harbor harbour"
                    + " heights highway beach falls canyon glacier reservoir village region gulf");

    /** What names of events and honours end in. */
    static final Set<String> EVENTS = words(
            "war wars award awards cup bowl games championship championships prix olympics festival campaign treaty act"
                    + " revolution uprising rebellion crusade tournament series prize medal trophy");

    /** Before "of" and a place, they make an event. */
    static final Set<String> BATTLES = words("battle battles siege treaty invasion bombardment capture raid");

    static final Set<String> UNITS =
            words("wing division brigade regiment corps squadron infantry battalion cavalry army group");

    /** Before "of the" or "of" and a name, they are part of an organization's name. */
    static final Set<String> HEADS_BEFORE_OF =
            words("army department ministry bank university church bureau house college museum institute hall");

    /** What peoples' armies, ministries and parties are called by. */
    static final Set<String> ADJECTIVES = words(
            "american british german french italian spanish swiss russian soviet chinese japanese canadian australian indian"
                    + " irish dutch danish swedish norwegian finnish polish greek turkish royal israeli egyptian iraqi"
                    + " iranian austrian hungarian belgian portuguese mexican brazilian argentine czech romanian bulgarian"
                    + " serbian croatian korean vietnamese thai welsh scottish confederate");

    /** "X is a ... village". */
    static final Set<String> KINDS_OF_PLACES = words(
            "village town municipality city commune district river suburb hamlet township county parish lake mountain island"
                    + " province region settlement peninsula neighborhood neighbourhood locality stream creek");

    static final Set<String> KINDS_OF_ORGANIZATIONS = words(
            "band company organisation organization label manufacturer chain magazine club party group newspaper school"
                    + " university college corporation firm agency publisher airline orchestra charity retailer network"
                    + " society supermarket startup multinational");

    static final Set<String> KINDS_OF_PERSONS = words(
            "singer player footballer politician actor actress musician writer author composer painter poet lawyer"
                    + " journalist businessman scientist physicist historian philosopher athlete wrestler director producer"
                    + " rapper guitarist drummer novelist cricketer teacher engineer nurse doctor");

    /** Where a definition's noun is no more to be expected. */
    static final Set<String> END_OF_NOUN =
            words("of in for that which who whose located . , ; by from and with on to at as where when");

    static final Set<String> IN = words("in at near from to outside around");

    static final Set<String> TITLES = words(
            "mr mrs ms mx miss dr prof professor doctor sir dame lord lady rev reverend capt captain sgt sergeant colonel"
                    + " herr frau monsieur madame señor señora signor signora");

    /** Small words inside names of persons. */
    static final Set<String> PARTICLES =
            words("van von der den de di da del della du des la le el al bin ibn ten ter zu af av dos das do y");

    static final Set<String> KIN = words(
            "father mother grandfather grandmother son daughter brother sister kid wife husband uncle aunt nephew niece"
                    + " cousin friend boss colleague neighbour neighbor boyfriend girlfriend partner child baby"
                    + " sister-in-law brother-in-law mother-in-law father-in-law son-in-law"
                    + " daughter-in-law stepmother stepfather grandma grandpa");

    /** What persons are in a text; a name of two words may follow. */
    static final Set<String> ROLES = words(
            "insured claimant passenger keeper suspect driver nurse teacher pupil witness defendant plaintiff judge patient"
                    + " tenant applicant detective officer inspector heter né née");

    /** What firms are, behind their names. */
    static final Set<String> FIRM_FORMS = words("gmbh ltd llc inc plc ag kg bv sarl sas srl spa oy oyj ab asa");

    /** Verbs that begin a sentence in front of a name. */
    static final Set<String> VERBS_FIRST = words("saw met called told asked thank thanks from");

    /** Before towns, in some languages. */
    static final Set<String> TO_TOWNS = words("in near from to toward towards at around à en nach aus bei via through");

    static final Set<String> CALLED = words("called named is was");

    /** Verbs after which a preposition and a place stand. */
    static final Set<String> GOING = words(
            "flew flies fly flying moved moving move travelled traveled travelling traveling travel drove returned return"
                    + " relocated born raised living lives lived live based located resides residing grew up went home arrived"
                    + " stationed emigrated");

    static final Set<String> WORKING = words("work works worked working employed employee");

    /** Before "of" and an organization. */
    static final Set<String> OFFICES = words(
            "ceo cfo cto address headquarters employees shareholders customers founder director president chairman");

    /** After a name they tell its maker or its bearer. */
    static final Set<String> WORKS = words("concert novel biography");

    /** They begin sentences in capitals, and names never. */
    static final Set<String> FUNCTION = words(
            "the a an in at on of for from to by with as and or but if when while after before during since until his her"
                    + " its their our my your this that these those there here it he she we they you i who what where why"
                    + " how is was are were be been have has had do does did will would can could may might shall should"
                    + " not no yes please dear hi hello thanks thank regards sincerely best kind also both each every all"
                    + " some any most many much more other another such same new old first last next than then so because"
                    + " although however according including despite under over between through about against within"
                    + " without upon per via once only even just still yet already again never ever always often"
                    + " january february march april june july august september october november december monday tuesday"
                    + " wednesday thursday friday saturday sunday mr mrs ms miss dr prof sir madam re fwd subject date time"
                    + " name address phone email fax tel where when title note total amount account number card bank"
                    + " invoice order page section chapter table figure part article nothing something everything anything nobody"
                    + " somebody everybody anybody nowhere everyone someone anyone none one two three years months weeks days hours"
                    + " people things customer customers team researchers officials police critics scientists patient"
                    + " client employee victim suspect applicant candidate student tenant user manager doctor father mother"
                    + " flight flights trip route departure arrival");

    /** Names of fields, and words of German letters, as they are written; a model takes them for names. */
    static final Set<String> NEVER_NAMES =
            words("BIC IBAN SWIFT SSN ITIN DOB MRN NINO VAT TIN PIN CVV CVC URL IP MAC ID BSN DNI NIE NIF NIR CPF CNPJ"
                    + " PESEL TFN ABN ACN NPI DEA MBI PAN GSTIN NRIC UEN RRN KVNR LANR HRB HRA TCKN INSZ NISS HETU SIN UID"
                    + " ABA KCB IMSI IMEI VIN Eircode USt-IdNr USt-ID Personnummer"
                    + " Kennzeichen Sehr Guten Tag Aktenzeichen Uhr Wagen Termin Zimmer Medicare Steuer-ID"
                    + " Steuernummer Personalausweis Reisepass Aadhaar");

    private WordLists() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ", -1)));
    }
}
