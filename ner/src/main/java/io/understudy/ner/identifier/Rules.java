package io.understudy.ner.identifier;

import static io.understudy.ner.identifier.Rule.Proof.FORM;
import static io.understudy.ner.identifier.Rule.Proof.STRONG;
import static io.understudy.ner.identifier.Rule.Proof.WEAK;
import static io.understudy.ner.identifier.Rule.general;
import static io.understudy.ner.identifier.Rule.national;

import io.understudy.core.checksum.Luhn;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All rules. Layouts are those in which the issuers print their numbers; forms and check digits, with the issuers'
 * names, are in {@link io.understudy.core.checksum.NationalId}.
 */
final class Rules {

    /** Publication of the Social Security Administration: no area 000, 666 or 9xx, no group 00, no serial 0000. */
    private static final Pattern NO_SSN = Pattern.compile("(?:000|666|9\\d\\d)\\d+|\\d{3}00\\d+|\\d{5}0000");

    /** Publication 1915 of the Internal Revenue Service: groups 50-65, 70-88, 90-92, 94-99. */
    private static final Pattern ITIN = Pattern.compile("9\\d\\d(?:5\\d|6[0-5]|7\\d|8[0-8]|9[0-24-9])\\d{4}");

    /** NIM39110 of HM Revenue & Customs; QQ stands in examples only. */
    private static final Pattern NINO =
            Pattern.compile("(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\d{6}[A-D]");

    /** Looks like one, with a prefix that is not given: in examples, or mistyped. */
    private static final Pattern NO_NINO = Pattern.compile("[A-Z]{2}\\d{6}[A-D]");

    /** The fourth letter of a PAN is the kind of its holder. */
    private static final Pattern PAN = Pattern.compile("[A-Z]{3}[ABCFGHJLPT][A-Z]\\d{4}[A-Z]");

    /** Codes of the states and union territories of India on number plates. */
    private static final Set<String> INDIAN_STATES = Set.of(
            ("AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR "
                            + "TS TG UK UP WB BH")
                    .split(" ", -1));

    /** Of Great Britain since 2001; of France, Italy and others; of the Netherlands; of Germany. */
    private static final Pattern CURRENT_PLATE = Pattern.compile("[A-Z]{2}\\d{2}[A-Z]{3}|[A-Z]{2}\\d{3}[A-Z]{2}"
            + "|[A-Z]{2}\\d{2}[A-Z]{2}|\\d{2}[A-Z]{4}|[A-Z]{2}\\d{3}[A-Z]|[A-Z]\\d{3}[A-Z]{2}|[A-Z]{2,5}\\d{2,4}");

    /**
     * The serial number of a passport without its check digit: no vowels, and not all letters (BMI, PAuswV annex 3).
     */
    private static final Pattern GERMAN_SERIAL = Pattern.compile("(?=.*\\d)[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{8}");

    /** ISO 3779: no I, O or Q. */
    private static final Pattern VIN = Pattern.compile("(?=.*\\d)[A-HJ-NPR-Z0-9]{17}");

    static final List<Rule> ALL = List.of(
            national(
                    "US_SSN",
                    FORM,
                    "3-2-4 9",
                    "ssn, ssns, social security, social insurance, soc sec, ss#, ssid",
                    id -> !NO_SSN.matcher(id).matches()),
            // Mistyped or made up, it stands for somebody's number all the same.
            general(
                    "ID",
                    "3-2-4",
                    "ssn, ssns, social security, soc sec, ss#",
                    id -> NO_SSN.matcher(id).matches()),
            national(
                    "US_ITIN",
                    FORM,
                    "3-2-4 9",
                    "itin, individual taxpayer, taxpayer id, tax id",
                    id -> ITIN.matcher(id).matches()),
            national("US_PASSPORT", FORM, "9", "passport, passports, travel document"),
            national("US_BANK_ROUTING", WEAK, "9 4-4-1", "routing, aba, rtn, transit"),
            national("US_NPI", WEAK, "10", "npi, national provider, provider id, provider number"),
            national("US_MBI", FORM, "11 4-3-4", "mbi, medicare, beneficiary"),
            national("US_DEA", WEAK, "9", "dea, drug enforcement, prescriber"),
            Rule.of(
                    "US_DRIVER_LICENSE",
                    "US",
                    "6..15 4-2-4 1-3-3-3-3 4-4-4 3-3-3 2-3-4 3-3-4",
                    "driver's license, drivers license, driver license, driving license, driver's licence, dl#, dln,"
                            + " license number, licence number, permit number",
                    DriverLicences::holds),
            national("CA_SIN", WEAK, "3-3-3 9", "sin, social insurance, assurance sociale, nas"),
            national("BR_CPF", STRONG, "3-3-3-2 11 9-2", "cpf, cadastro de pessoas"),
            national("BR_CNPJ", STRONG, "2-3-3-4-2 14", "cnpj, cadastro nacional"),
            national("UK_NHS", WEAK, "3-3-4 10", "nhs, national health, patient, hospital"),
            national(
                    "UK_NINO",
                    FORM,
                    "2-2-2-2-1 9 2-6-1",
                    "nino, ni number, national insurance, ni no, nin, hmrc, insurance number",
                    id -> NINO.matcher(id).matches()),
            general(
                    "ID",
                    "2-2-2-2-1 9 2-6-1",
                    "nino, ni number, national insurance, ni no",
                    id -> NO_NINO.matcher(id).matches() && !NINO.matcher(id).matches()),
            national(
                    "UK_DRIVING_LICENCE",
                    FORM,
                    "16 5-6-2-3 5-6-5",
                    "driving licence, driver's licence, dvla, licence number, licence no"),
            national("UK_PASSPORT", FORM, "9", "british passport, uk passport, hm passport"),
            national(
                    "DE_TAX_ID",
                    STRONG,
                    "11 2-3-3-3",
                    "steuer-id, steuerid, steueridentifikationsnummer, steuerliche identifikationsnummer, idnr, tax id, tin,"
                            + " identifikationsnummer"),
            national(
                    "DE_TAX_NUMBER",
                    FORM,
                    "2-3-5 3-3-5 3-4-4 10 11 13",
                    "steuernummer, steuer-nr, st.-nr, stnr, tax number, finanzamt"),
            national("DE_VAT", WEAK, "11 2-9 2-3-3-3", "ust-id, ust-idnr, ustid, umsatzsteuer, vat, mwst"),
            national(
                    "DE_SOCIAL_SECURITY",
                    WEAK,
                    "12 2-6-1-3 8-1-3",
                    "sozialversicherungsnummer, rentenversicherungsnummer, sv-nummer, rvnr, social security, versicherungsnummer"),
            national(
                    "DE_HEALTH_INSURANCE",
                    WEAK,
                    "10",
                    "krankenversichertennummer, kvnr, versichertennummer, health insurance, krankenkasse, krankenversicherung"),
            national("DE_LANR", WEAK, "9", "lanr, arztnummer, lebenslange arztnummer, physician number"),
            national(
                    "DE_ID_CARD",
                    WEAK,
                    "10 9-1",
                    "personalausweis, ausweisnummer, ausweis-nr, personalausweisnummer, id card, identity card"),
            national("DE_PASSPORT", WEAK, "10 9-1", "reisepass, passnummer, passport, pass-nr"),
            Rule.without(
                    "DE_PASSPORT",
                    "9",
                    "reisepass, passport, passnummer",
                    id -> GERMAN_SERIAL.matcher(id).matches()),
            national(
                    "DE_HANDELSREGISTER",
                    FORM,
                    "3-1 3-2 3-3 3-4 3-5 3-6 4..9",
                    "handelsregister, amtsgericht, registergericht, hrb, hra, commercial register"),
            national(
                    "DE_DRIVING_LICENCE",
                    FORM,
                    "11",
                    "führerschein, fuehrerschein, führerscheinnummer, fahrerlaubnis, driving licence, driver's license"),
            national(
                    "FR_NIR",
                    STRONG,
                    "15 1-2-2-2-3-3-2 13-2",
                    "nir, sécurité sociale, securite sociale, insee, numéro de sécu, social security"),
            national("ES_DNI", STRONG, "9 8-1 2-3-3-1", "dni, nif, documento nacional, identidad"),
            national("ES_NIE", STRONG, "9 1-7-1 1-8", "nie, extranjero, extranjeros, identidad"),
            national(
                    "IT_CODICE_FISCALE", STRONG, "16", "codice fiscale, cod. fisc, cf, fiscal code", Rules::holdsDigit),
            national("IT_VAT", WEAK, "11", "partita iva, p.iva, p. iva, iva, vat"),
            national(
                    "IT_ID_CARD",
                    FORM,
                    "9 2-7 2-5-2",
                    "carta d'identità, carta d'identita, carta di identità, cie, id card, identity card"),
            national("IT_PASSPORT", FORM, "9 2-7", "passaporto, passport"),
            national("PL_PESEL", WEAK, "11", "pesel"),
            national(
                    "NL_BSN",
                    WEAK,
                    "9 3-3-3 4-2-3 4-3-2",
                    "bsn, burgerservicenummer, sofinummer, sofi, citizen service"),
            national(
                    "BE_RIJKSREGISTER",
                    STRONG,
                    "11 2-2-2-3-2 6-3-2 6-5",
                    "rijksregister, rijksregisternummer, registre national, niss, insz, national register, national number"),
            national(
                    "SE_PERSONNUMMER",
                    WEAK,
                    "6-4 8-4 10 12",
                    "personnummer, samordningsnummer, personal number, personal identity"),
            national(
                    "FI_HETU",
                    STRONG,
                    "6-4 10 11",
                    "hetu, henkilötunnus, henkilotunnus, personal identity, personbeteckning"),
            national("PT_NIF", WEAK, "9 3-3-3", "nif, contribuinte, número fiscal, numero fiscal, tax number"),
            national("TR_TCKN", STRONG, "11", "tckn, t.c. kimlik, tc kimlik, kimlik no, kimlik, turkish id"),
            national("IN_AADHAAR", WEAK, "4-4-4 12", "aadhaar, aadhar, uidai, uid, आधार"),
            national(
                    "IN_PAN",
                    FORM,
                    "10",
                    "pan, permanent account, income tax, pan card",
                    id -> PAN.matcher(id).matches()),
            national("IN_GSTIN", STRONG, "15 2-10-3 2-10-1-1-1", "gstin, gst, goods and services"),
            national("IN_VOTER", FORM, "10", "voter, epic, election, voter id, elector"),
            national("IN_PASSPORT", FORM, "8 1-7", "indian passport, passport"),
            national(
                    "IN_VEHICLE",
                    FORM,
                    "2-2-1-4 2-2-2-4 4-2-4 4-1-4 8 9 10 2-2-4-2 2-2-3-4",
                    "vehicle, registration, number plate, plate, car, bike, rto, licence plate, license plate",
                    Rules::isIndianPlate),
            national("AU_TFN", WEAK, "9 3-3-3", "tfn, tax file"),
            national("AU_ABN", STRONG, "11 2-3-3-3", "abn, australian business"),
            national("AU_ACN", WEAK, "9 3-3-3", "acn, australian company"),
            national("AU_MEDICARE", WEAK, "10 11 4-5-1 4-5-1-1", "medicare"),
            national("SG_NRIC", STRONG, "9", "nric, fin, identity card, identification card"),
            national("SG_UEN", WEAK, "9 10", "uen, unique entity, acra, company registration"),
            national("KR_RRN", WEAK, "6-7 13", "rrn, resident registration, 주민등록번호, 주민번호, jumin"),
            national("KR_FRN", WEAK, "6-7 13", "frn, foreigner registration, alien registration, 외국인등록번호"),
            national("KR_BRN", WEAK, "3-2-5 10", "brn, business registration, 사업자등록번호, 사업자"),
            national("KR_PASSPORT", FORM, "9", "korean passport, 여권번호, 여권, passport"),
            national(
                    "KR_DRIVER_LICENSE",
                    FORM,
                    "2-2-6-2 12",
                    "운전면허, 면허번호, driver's license, driver license, driving licence, korean licence"),
            national("JP_MY_NUMBER", WEAK, "4-4-4 12", "my number, individual number, マイナンバー, 個人番号, mynumber"),
            national(
                    "ZA_ID",
                    WEAK,
                    "13 6-4-3 6-4-2-1",
                    "south african id, sa id, id number, identity number, rsa id, id"),
            national(
                    "TH_ID",
                    WEAK,
                    "1-4-5-2-1 13",
                    "thai id, thai national, national id, citizen id, id, เลขประจำตัวประชาชน, บัตรประชาชน"),
            national("NG_NIN", FORM, "11 4-3-4", "nin, national identification number, national identity number, nimc"),
            general(
                    "BANK_ACCOUNT",
                    "6..17 3-5-7 4-4-4 4-6 2-2-2-8",
                    "account number, account no, account #, acct, bank account, account:, to account, from account, a/c, checking account, savings account, kontonummer",
                    Rules::hasDigits),
            general("BANK_ACCOUNT", "8..12 3-6", "account", Rules::hasDigits),
            general("BANK_ACCOUNT", "2-2-2", "sort code, sort-code, sortcode", Rules::hasDigits),
            general(
                    "ID",
                    "5..14 4-2-3 4-6 4-6-1 3-6 2-6 4-4-4 3-3-3",
                    "case number, case no, reference number, ref no, ticket number, invoice number, order number, policy number,"
                            + " claim number, employee number, employee id, customer number, customer id, member number,"
                            + " member id, membership number, report number, container number, serial number, tracking number,"
                            + " booking reference, student number, student id",
                    Rules::hasDigits),
            general(
                    "ID",
                    "3-4-5 3-4-6 2-4-5 4-5 4-6 3-5 2-5 1-5 2-6",
                    "claim, invoice, ref, policy, docket, case, order, ticket, booking, contract, rechnung, verwendungszweck,"
                            + " aktenzeichen, kundennummer, prescription, employee id, employee, facture, factura",
                    Rules::hasDigits),
            general("ID", "2-7 9", "ein, employer identification, tin", Rules::hasDigits),
            general("ID", "10 5-5", "utr, unique taxpayer", Rules::hasDigits),
            general("ID", "3-3-3 6..12", "frequent flyer, loyalty, bonus card, rewards", Rules::hasDigits),
            general("ID", "15 2-6-6-1", "imei", Luhn::holds),
            general(
                    "ID",
                    "17",
                    "vin, chassis, vehicle identification",
                    id -> VIN.matcher(id).matches()),
            general(
                    "MEDICAL_RECORD",
                    "5..12 3-6 2-6 2-5 2-7 3-3-3 2-3-4 1-5 1-6 1-7",
                    "mrn, medical record, patient id, patient number, patient no, chart number, chart no, hospital number, hospital no, record number",
                    Rules::hasDigits),
            general(
                    "VEHICLE_PLATE",
                    "4-3 3-4 3-3 1-3-3 2-2-3 1-2-4 2-2-2 5..8 1-1-4 2-1-4 1-2-3 2-3-2 4-2 3-2-2 3-3-2",
                    "license plate, licence plate, number plate, plate number, plate, plates, vehicle registration, vrn, kennzeichen,"
                            + " registration plate",
                    Rules::isPlate),
            general(
                            "VEHICLE_PLATE",
                            "4-3 7 2-3-2 1-2-4 2-2-4 2-1-4 2-2-3 1-2-3 2-3-1 1-3-2",
                            "vehicle, car, van, lorry, truck, taxi, motorbike, motorcycle, driver, parked, driving, registration,"
                                    + " registered, reg, kennzeichen, kenteken, immatriculation, targa, matrícula, volkswagen,"
                                    + " vw, bmw, audi, mercedes, ford, toyota, peugeot, renault, citroën, fiat, skoda, škoda, seat, opel,"
                                    + " vauxhall, volvo, honda, nissan, mazda, hyundai, kia, tesla",
                            id -> CURRENT_PLATE.matcher(id).matches())
                    .inCapitals());

    private Rules() {}

    private static boolean isIndianPlate(String compact) {
        return INDIAN_STATES.contains(compact.substring(0, 2)) || compact.startsWith("BH", 2);
    }

    private static boolean holdsDigit(String compact) {
        return compact.chars().anyMatch(Character::isDigit);
    }

    /** Mostly digits: a word is none. */
    private static boolean hasDigits(String compact) {
        return compact.chars().filter(Character::isDigit).count() * 2 >= compact.length();
    }

    private static boolean isPlate(String compact) {
        return compact.length() >= 5
                && compact.length() <= 8
                && compact.chars().anyMatch(Character::isDigit)
                && compact.chars().anyMatch(Character::isLetter);
    }
}
