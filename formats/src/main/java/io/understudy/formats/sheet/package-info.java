/** Spreadsheets: the columns of the format {@code csv} in the first sheet of an Excel workbook. */
package io.understudy.formats.sheet;
