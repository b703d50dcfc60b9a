/**
 * What every page shares: menu, page metadata, filters, error pages, security and MVC
 * configuration. Knows no feature.
 */
@ApplicationModule(allowedDependencies = { "drawing", "text" })
package edu.wenzhou.site.web;

import org.springframework.modulith.ApplicationModule;
