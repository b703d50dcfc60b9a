/**
 * Everything about the college as one document, to print and to keep; may use every
 * feature.
 */
@ApplicationModule(
		allowedDependencies = { "campus", "fact", "honour", "partnership", "profile", "school", "text", "web" })
package edu.wenzhou.site.prospectus;

import org.springframework.modulith.ApplicationModule;
