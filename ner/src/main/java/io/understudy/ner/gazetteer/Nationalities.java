package io.understudy.ner.gazetteer;

import java.util.List;
import java.util.stream.Stream;

/** What peoples, languages and faiths are called in English: the words on a page of any dictionary. */
final class Nationalities {

    private static final List<String> WRITTEN =
            List.of(("Afghan,Afghans,African,Africans,Albanian,Albanians,Algerian,Algerians,American,"
                            + "Americans,Andorran,Angolan,Arab,Arabs,Arabian,Arabic,Argentine,Argentinian,Argentinians,Armenian,Armenians,"
                            + "Asian,Asians,Australian,Australians,Austrian,Austrians,Azerbaijani,Azeri,Bahamian,Bahraini,Bangladeshi,"
                            + "Barbadian,Basque,Bavarian,Belarusian,Belgian,Belgians,Belizean,Bengali,Beninese,Bhutanese,Bolivian,Bosnian,"
                            + "Bosnians,Botswanan,Brazilian,Brazilians,Breton,British,Briton,Britons,Bulgarian,Bulgarians,Burmese,Burundian,"
                            + "Cambodian,Cambodians,Cameroonian,Canadian,Canadians,Catalan,Catalans,Chadian,Chechen,Chechens,Chilean,Chileans,"
                            + "Chinese,Colombian,Colombians,Congolese,Corsican,Costa Rican,Bruneian,Croat,Croats,Croatian,Croatians,Cuban,Cubans,"
                            + "Cypriot,Cypriots,Czech,Czechs,Dane,Danes,Danish,Dominican,Dutch,Ecuadorian,Ecuadorean,Egyptian,Egyptians,Emirati,English,"
                            + "Englishman,Englishmen,Eritrean,Estonian,Estonians,Ethiopian,Ethiopians,European,Europeans,Fijian,Filipino,"
                            + "Filipinos,Finn,Finns,Finnish,Flemish,French,Frenchman,Frenchmen,Gabonese,Gambian,Georgian,Georgians,German,"
                            + "Germans,Ghanaian,Greek,Greeks,Greenlandic,Greenlander,Greenlanders,Guatemalan,Guinean,Guyanese,Haitian,Haitians,"
                            + "Hawaiian,Hebrew,Hispanic,Hispanics,Honduran,Hungarian,Hungarians,Icelander,Icelanders,Icelandic,Indian,Indians,"
                            + "Indonesian,Indonesians,Iranian,Iranians,Iraqi,Iraqis,Irish,Irishman,Israeli,Israelis,Italian,Italians,Ivorian,"
                            + "Jamaican,Jamaicans,Japanese,Jordanian,Kazakh,Kazakhs,Kenyan,Kenyans,Korean,Koreans,Kosovar,Kurd,Kurds,Kurdish,"
                            + "Kuwaiti,Kyrgyz,Lao,Laotian,Latin American,Latino,Latinos,Latvian,Latvians,Lebanese,Liberian,Libyan,Libyans,"
                            + "Lithuanian,Lithuanians,Luxembourgish,Macedonian,Macedonians,Malagasy,Malawian,Malay,Malaysian,Malaysians,"
                            + "Maldivian,Malian,Maltese,Maori,Mauritian,Mexican,Mexicans,Moldovan,Mongolian,Mongolians,Montenegrin,Moroccan,"
                            + "Moroccans,Mozambican,Namibian,Nepalese,Nepali,New Zealander,New Zealanders,Nicaraguan,Nigerian,Nigerians,"
                            + "North Korean,Norwegian,Norwegians,Omani,Pakistani,Pakistanis,Palestinian,Palestinians,Panamanian,Paraguayan,"
                            + "Persian,Persians,Peruvian,Peruvians,Pole,Polish,Portuguese,Prussian,Puerto Rican,Puerto Ricans,Qatari,Roman,"
                            + "Romanian,Romanians,Russian,Russians,Rwandan,Salvadoran,Samoan,Saudi,Saudis,Scandinavian,Scot,Scots,Scottish,"
                            + "Senegalese,Serb,Serbs,Serbian,Serbians,Sicilian,Singaporean,Slav,Slavic,Slovak,Slovaks,Slovakian,Slovene,"
                            + "Slovenes,Slovenian,Slovenians,Somali,Somalis,South African,South Africans,South Korean,Soviet,Spaniard,"
                            + "Spaniards,Spanish,Sri Lankan,Sudanese,Surinamese,Swede,Swedes,Swedish,Swiss,Syrian,Syrians,Taiwanese,Tajik,"
                            + "Tamil,Tanzanian,Tatar,Thai,Thais,Tibetan,Togolese,Tongan,Tunisian,Tunisians,Turk,Turks,Turkish,Turkmen,"
                            + "Ugandan,Ukrainian,Ukrainians,Uruguayan,Uruguayans,Uzbek,Uzbeks,Venezuelan,Venezuelans,Vietnamese,Welsh,"
                            + "Welshman,Yemeni,Yugoslav,Zambian,Zimbabwean")
                    .split(",", -1));

    static final List<String> FAITHS =
            List.of(("Anglican,Anglicans,Baptist,Baptists,Buddhism,Buddhist,Buddhists,Calvinist,"
                            + "Catholic,Catholics,Catholicism,Christian,Christians,Christianity,Hindu,Hindus,Hinduism,Islam,Islamic,Jew,"
                            + "Jews,Jewish,Judaism,Lutheran,Lutherans,Methodist,Methodists,Mormon,Mormons,Muslim,Muslims,Orthodox Christian,"
                            + "Presbyterian,Protestant,Protestants,Quaker,Quakers,Roman Catholic,Shia,Shii,Shiite,Sikh,Sikhs,Sikhism,Sunni,Taoism,"
                            + "Taoist,Zoroastrian")
                    .split(",", -1));

    /** With the plural of each, whether or not it is in use. */
    static final List<String> NAMES = Stream.concat(
                    WRITTEN.stream(), WRITTEN.stream().map(name -> name + "s"))
            .distinct()
            .toList();

    private Nationalities() {}
}
