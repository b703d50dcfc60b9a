package edu.wenzhou.site.web;

/**
 * Is told of each address at which the public found nothing. A visitor waits meanwhile,
 * and anybody can ask for anything any number of times: so it must neither wait nor grow.
 */
public interface MissedAddresses {

	/**
	 * An attribute of a request that the site makes of itself: nobody missed what it does
	 * not find.
	 */
	String OWN = MissedAddresses.class.getName() + ".own";

	/**
	 * Nothing stands there, and nothing ever did.
	 * @param referrer the path of the page of ours that led there; null if there was none
	 */
	void missed(Address address, String referrer);

}
