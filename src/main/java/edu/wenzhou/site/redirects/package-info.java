/**
 * Addresses that lead elsewhere because people of the college said so, and those at which
 * visitors found nothing. Where our own pages stood before, {@code publishing} knows by
 * itself.
 */
@ApplicationModule(allowedDependencies = { "audit", "publishing", "staff", "table", "web" })
package edu.wenzhou.site.redirects;

import org.springframework.modulith.ApplicationModule;
