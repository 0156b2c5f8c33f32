/** The record kit: one declaration of a record type gives lists, pages, forms, history, import, export and REST. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.records.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
