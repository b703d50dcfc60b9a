package edu.wenzhou.site.publishing;

import java.util.List;

/**
 * What readers read of a field, or of a file that it offers or shows.
 *
 * @param field of the form
 * @param file its name; null for the field itself
 * @param lines block by block, without markup: nothing that is looked for goes on from
 * one to the next
 */
public record ReadText(String field, String file, List<String> lines) {

}
