/** Classes that are wrong on purpose. */
package misfits;
