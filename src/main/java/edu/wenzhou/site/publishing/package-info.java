/**
 * Drafts beside what is public, their review, and how they become public. Knows no
 * feature: each one describes its content as a
 * {@link edu.wenzhou.site.publishing.ContentType}.
 */
@ApplicationModule(allowedDependencies = { "audit", "media", "staff", "table", "text", "web" })
package edu.wenzhou.site.publishing;

import org.springframework.modulith.ApplicationModule;
