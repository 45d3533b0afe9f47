package io.understudy.cli;

/**
 * What is known of an input when it has been read.
 *
 * @param name of the file, without its folder
 * @param sha256 of its bytes, in hexadecimal
 * @param records examples in it
 * @param recognized whether its mentions were found by our recognizers
 */
record InputFile(String name, String sha256, long records, boolean recognized) {}
