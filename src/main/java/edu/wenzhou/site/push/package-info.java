/**
 * Tells search engines which pages are new, changed, moved or gone: notes it in the
 * transaction that publishes, sends it afterwards, keeps what they say.
 */
@ApplicationModule(allowedDependencies = { "audit", "publishing", "staff", "web" })
package edu.wenzhou.site.push;

import org.springframework.modulith.ApplicationModule;
