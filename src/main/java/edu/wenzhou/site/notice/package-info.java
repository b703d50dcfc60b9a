/** Notices: a list by date and a page each, until they expire. */
@ApplicationModule(allowedDependencies = { "fact", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.notice;

import org.springframework.modulith.ApplicationModule;
