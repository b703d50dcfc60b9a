/** The college itself: its profile, the sections of the about pages and its history. */
@ApplicationModule(allowedDependencies = { "drawing", "fact", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.profile;

import org.springframework.modulith.ApplicationModule;
