/**
 * What every page shares: menu, page metadata, filters, error pages, security and MVC
 * configuration. Knows no feature.
 */
package edu.wenzhou.site.web;
