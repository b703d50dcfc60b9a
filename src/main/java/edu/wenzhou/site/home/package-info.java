/** The front page; may use every feature. */
package edu.wenzhou.site.home;
