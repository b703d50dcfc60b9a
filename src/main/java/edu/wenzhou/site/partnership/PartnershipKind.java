package edu.wenzhou.site.partnership;

/** What a partnership is, in the order of the list; messages {@code filter.kind.*}. */
public enum PartnershipKind {

	INDUSTRY_COLLEGE, ALLIANCE, RESEARCH_INSTITUTE, PLATFORM, OVERSEAS_CENTRE, PROGRAMME

}
