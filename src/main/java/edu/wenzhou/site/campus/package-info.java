/** The campuses: a list and a page each. */
@ApplicationModule(allowedDependencies = { "drawing", "fact", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.campus;

import org.springframework.modulith.ApplicationModule;
