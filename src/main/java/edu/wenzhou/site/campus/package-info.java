/** The campuses: a list and a page each. */
@ApplicationModule(allowedDependencies = { "fact", "text", "web" })
package edu.wenzhou.site.campus;

import org.springframework.modulith.ApplicationModule;
