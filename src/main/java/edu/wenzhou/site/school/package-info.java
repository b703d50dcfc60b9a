/** The second-level schools: a list and a page each. */
package edu.wenzhou.site.school;
