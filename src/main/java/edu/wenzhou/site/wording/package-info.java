/**
 * What texts are looked through for before they are published: words that people of the
 * college keep, and what looks like personal data.
 */
@ApplicationModule(allowedDependencies = { "audit", "kept", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.wording;

import org.springframework.modulith.ApplicationModule;
