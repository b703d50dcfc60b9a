package edu.wenzhou.site.web;

import edu.wenzhou.site.text.LocalizedText;

/**
 * What the layout shows of the college on every page. Contact and record-number fields
 * are null until staff fill them in; then they appear.
 */
public interface SiteIdentity {

	LocalizedText getName();

	LocalizedText getMotto();

	LocalizedText getAddress();

	String getTelephone();

	String getEmail();

	String getIcpNumber();

	String getPoliceNumber();

	/** Gives the identity; the feature that holds it implements this. */
	interface Provider {

		SiteIdentity identity();

	}

}
