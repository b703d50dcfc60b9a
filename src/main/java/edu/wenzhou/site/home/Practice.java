package edu.wenzhou.site.home;

/**
 * What the region has or needs, and what the college does for it.
 *
 * @param comma that stands between; empty where there is no answer
 * @param answer perhaps empty
 */
public record Practice(String need, String comma, String answer) {

}
