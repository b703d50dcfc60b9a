package edu.wenzhou.site.honour;

/**
 * Who ranks an honour, in the order of the honours page; messages {@code filter.level.*}.
 */
public enum HonourLevel {

	INTERNATIONAL, NATIONAL, PROVINCIAL, MUNICIPAL, INDUSTRY

}
