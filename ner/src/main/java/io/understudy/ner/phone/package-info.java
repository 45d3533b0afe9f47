/**
 * Telephone numbers of all countries: {@link io.understudy.ner.phone.PhoneNumbers}. A cheap scan finds candidates, and
 * libphonenumber, whose metadata follow the numbering plans, judges those with a country code, and national ones of
 * countries that were named.
 */
package io.understudy.ner.phone;
